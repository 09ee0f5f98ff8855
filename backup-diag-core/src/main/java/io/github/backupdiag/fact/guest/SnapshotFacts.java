package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;

/** Facts about the snapshot inside a Linux guest: freeze, scripts, disks, kernel log. */
public final class SnapshotFacts {

  /** The settings file of the extension; absent on most guests. */
  public static final FactKey<VmbackupConf> VMBACKUP_CONF =
      FactKey.record("guest.vmbackup-conf", VmbackupConf.class);

  /** What is mounted at boot. */
  public static final FactKey<Mounts> BOOT_MOUNTS =
      FactKey.record("guest.boot-mounts", Mounts.class);

  /** How the mount points answer when they are opened. */
  public static final FactKey<MountAnswers> MOUNT_ANSWERS =
      FactKey.record("guest.mount-answers", MountAnswers.class);

  /** The program of the extension that freezes; absent if no extension is unpacked. */
  public static final FactKey<FreezeHelper> FREEZE_HELPER =
      FactKey.record("guest.freeze-helper", FreezeHelper.class);

  /** Who holds the lock that keeps two freezers apart; absent without the lock file. */
  public static final FactKey<FreezeLock> FREEZE_LOCK =
      FactKey.record("guest.freeze-lock", FreezeLock.class);

  /** The last freeze that the log of the extension tells of; absent if it tells of none. */
  public static final FactKey<FreezeRun> FREEZE_RUN =
      FactKey.record("guest.freeze-run", FreezeRun.class);

  /** Processes that wait inside the kernel and cannot be woken. */
  public static final FactKey<StuckTasks> STUCK_TASKS =
      FactKey.record("guest.stuck-tasks", StuckTasks.class);

  /**
   * The scripts before and after the snapshot; absent if none are configured, as on most guests.
   */
  public static final FactKey<SnapshotScripts> SCRIPTS =
      FactKey.record("guest.snapshot-scripts", SnapshotScripts.class);

  /** The settings of the scripts for databases; absent on most guests. */
  public static final FactKey<WorkloadConf> WORKLOAD_CONF =
      FactKey.record("guest.workload-conf", WorkloadConf.class);

  /** The disks of the guest. */
  public static final FactKey<GuestDisks> DISKS = FactKey.record("guest.disks", GuestDisks.class);

  /** Known signatures in the kernel's lines of the system log. */
  public static final FactKey<LogEvents> KERNEL_LOG = GuestFacts.logEvents("kernel");

  private SnapshotFacts() {}
}
