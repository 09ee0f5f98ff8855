package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.FreezeHelper;
import io.github.backupdiag.fact.guest.FreezeLock;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountAnswers;
import io.github.backupdiag.fact.guest.MountAnswers.Answer;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.SnapshotScripts;
import io.github.backupdiag.fact.guest.SnapshotScripts.Role;
import io.github.backupdiag.fact.guest.SnapshotScripts.ScriptFile;
import io.github.backupdiag.fact.guest.SnapshotScripts.State;
import io.github.backupdiag.fact.guest.StuckTasks;
import io.github.backupdiag.guest.samples.SampleRootSnapshot;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the probes about the snapshot see of a guest in order, at fault, or closed to them. */
class SnapshotProbesTest {

  private static final String EXTENSION = "/" + SampleRootSnapshot.EXTENSION;
  private static final String HELPER = "/" + SampleRootSnapshot.HELPER;
  private static final String CONFIG = "/" + SampleRootSnapshot.CONFIG;
  private static final String HOST = "/etc/azure/VMSnapshotPluginHost.conf";
  private static final String LOCK =
      "/etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile";

  @Test
  void tellsMissingSettingsFromThoseThatMayNotBeRead() {
    look(new VmbackupConfProbe(), FakeGuest.live()).expectAbsent(SnapshotFacts.VMBACKUP_CONF);
    look(new VmbackupConfProbe(), FakeGuest.live().denied("/etc/azure"))
        .expectUnavailable(SnapshotFacts.VMBACKUP_CONF, UnavailableReason.NOT_PERMITTED);
    look(new VmbackupConfProbe(), FakeGuest.copy())
        .expectUnavailable(SnapshotFacts.VMBACKUP_CONF, UnavailableReason.NOT_RECORDED);
    look(new VmbackupConfProbe(), FakeGuest.copy().folder("/usr/bin"))
        .expectAbsent(SnapshotFacts.VMBACKUP_CONF);
  }

  @Test
  void readsTheSettingsAtTheOnePlaceOfTheCode() {
    FakeGuest guest =
        FakeGuest.live()
            .file(EXTENSION + "/main/tempPlugin/vmbackup.conf", "[SnapshotThread]\ntimeout=1\n");
    look(new VmbackupConfProbe(), guest).expectAbsent(SnapshotFacts.VMBACKUP_CONF);
    guest.file("/etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout=90\n");
    assertThat(
            value(look(new VmbackupConfProbe(), guest), SnapshotFacts.VMBACKUP_CONF)
                .find("timeout")
                .value())
        .isEqualTo("90");
  }

  @Test
  void readsTheBootTable() {
    CheckedObservations seen =
        look(new BootMountsProbe(), FakeGuest.copy().file("/etc/fstab", "UUID=1 / ext4 ro 0 1\n"));
    assertThat(Objects.requireNonNull(value(seen, SnapshotFacts.BOOT_MOUNTS)).points()).hasSize(1);
    look(new BootMountsProbe(), FakeGuest.copy()).expectAbsent(SnapshotFacts.BOOT_MOUNTS);
    look(new BootMountsProbe(), FakeGuest.copy().denied("/etc/fstab"))
        .expectUnavailable(SnapshotFacts.BOOT_MOUNTS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void countsDisks() {
    look(
            new GuestDisksProbe(),
            FakeGuest.live()
                .folder("/sys/block/sda")
                .folder("/sys/block/nvme0n1")
                .folder("/sys/block/loop0"))
        .expectObserved(SnapshotFacts.DISKS, new GuestDisks(List.of("sda", "nvme0n1"), null));
    look(new GuestDisksProbe(), FakeGuest.copy())
        .expectUnavailable(SnapshotFacts.DISKS, UnavailableReason.NOT_RECORDED);
  }

  @ParameterizedTest
  @CsvSource({
    "VMBUS:01/00000000-0001-8899-0000-000000000000/host1/target1:0:1/1:0:1:0/block/sdb, sdb",
    "VMBUS:00/F8B3781A-1E82-4818-A1C3-63D806EC15BB/host0/target0:0:0/0:0:0:1/block/sdb, sdb",
    "VMBUS:00/f8b3781a-1e82-4818-a1c3-63d806ec15bb/host0/target0:0:0/0:0:0:0/block/sdb,",
    "VMBUS:00/f8b3781b-1e82-4818-a1c3-63d806ec15bb/host1/target1:0:0/1:0:0:1/block/sdb,",
    "pci0000:00/0000:00:07.1/ata1/host0/target0:0:0/0:0:0:1/block/sdb,"
  })
  void knowsTheTemporaryDiskByItsController(
      String device, @org.jspecify.annotations.Nullable String temporary) {
    FakeGuest guest = FakeGuest.live().link("/sys/block/sdb", "../devices/" + device);
    look(new GuestDisksProbe(), guest)
        .expectObserved(SnapshotFacts.DISKS, new GuestDisks(List.of("sdb"), temporary));
  }

  @Test
  void findsTheHelperOfTheVersionThatIsSetUp() {
    FakeGuest guest = withExtension(FakeGuest.live());
    String leftOver = EXTENSION.replace("9235", "9999");
    guest.file(leftOver + "/main/handle.py", "x").stat(HELPER, 0, 0755);
    look(new FreezeHelperProbe(), guest)
        .expectObserved(
            SnapshotFacts.FREEZE_HELPER,
            new FreezeHelper(HELPER, true, true, "x86-64", "x86-64", 0755));
  }

  @Test
  void looksElsewhereOnAnotherMachine() {
    FakeGuest guest =
        withExtension(FakeGuest.live()).file("/usr/bin/env", elf(183)).file("/bin/sh", "#!x");
    FreezeHelper helper = value(look(new FreezeHelperProbe(), guest), SnapshotFacts.FREEZE_HELPER);
    assertThat(Objects.requireNonNull(helper).path()).contains("/main/safefreezeArm64/bin/");
    assertThat(helper.present()).isFalse();
    assertThat(helper.guest()).isEqualTo("arm64");
  }

  @Test
  void followsLibDirToTheHelper() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/etc/waagent.conf", "Lib.Dir=/srv/agent\n")
            .file(EXTENSION.replace("/var/lib/waagent", "/srv/agent") + "/main/handle.sh", "x");
    FreezeHelper helper = value(look(new FreezeHelperProbe(), guest), SnapshotFacts.FREEZE_HELPER);
    assertThat(Objects.requireNonNull(helper).path()).startsWith("/srv/agent/");
    assertThat(helper.complete()).isFalse();
  }

  @Test
  void tellsNoExtensionFromOneThatMayNotBeSeen() {
    look(new FreezeHelperProbe(), FakeGuest.live()).expectAbsent(SnapshotFacts.FREEZE_HELPER);
    look(new FreezeHelperProbe(), withExtension(FakeGuest.live()).denied("/var/lib/waagent"))
        .expectUnavailable(SnapshotFacts.FREEZE_HELPER, UnavailableReason.NOT_PERMITTED);
    FreezeHelper hidden =
        value(
            look(
                new FreezeHelperProbe(),
                withExtension(FakeGuest.live()).denied(EXTENSION + "/main/safefreeze")),
            SnapshotFacts.FREEZE_HELPER);
    assertThat(Objects.requireNonNull(hidden).complete()).isFalse();
  }

  @Test
  void namesTheHolderOfTheLock() {
    look(new FreezeLockProbe(), withLock(FakeGuest.live()))
        .expectObserved(
            SnapshotFacts.FREEZE_LOCK,
            new FreezeLock(LOCK, List.of(new FreezeLock.Holder(812, "s2 -x"))));
  }

  @Test
  void doesNotTakeAnotherLockForIt() {
    look(
            new FreezeLockProbe(),
            withLock(FakeGuest.live()).link("/proc/812/fd/3", "/run/other.lock"))
        .expectObserved(SnapshotFacts.FREEZE_LOCK, new FreezeLock(LOCK, List.of()));
  }

  @Test
  void doesNotTakeAHiddenHolderForNone() {
    look(new FreezeLockProbe(), withLock(FakeGuest.live()).denied("/proc/812/fd"))
        .expectUnavailable(SnapshotFacts.FREEZE_LOCK, UnavailableReason.NOT_PERMITTED);
    look(new FreezeLockProbe(), FakeGuest.live().file(LOCK, ""))
        .expectUnavailable(SnapshotFacts.FREEZE_LOCK, UnavailableReason.FAILED);
    look(new FreezeLockProbe(), FakeGuest.live()).expectAbsent(SnapshotFacts.FREEZE_LOCK);
    look(new FreezeLockProbe(), withLock(FakeGuest.copy()))
        .expectUnavailable(SnapshotFacts.FREEZE_LOCK, UnavailableReason.NOT_RECORDED);
  }

  private static FakeGuest withLock(FakeGuest guest) {
    return guest
        .file(LOCK, "")
        .file("/proc/locks", "1: POSIX  ADVISORY  WRITE 812 08:01:131090 0 EOF\n")
        .link("/proc/812/fd/3", LOCK)
        .file("/proc/812/cmdline", "s2\0-x\0");
  }

  @Test
  void listsProcessesThatCannotBeWoken() {
    look(
            new StuckTasksProbe(),
            FakeGuest.live()
                .file("/proc/1/stat", "1 (systemd) S 0 1")
                .file("/proc/1/wchan", "ep_poll")
                .file("/proc/812/stat", "812 (mysqld) D 1 812")
                .file("/proc/812/wchan", "__sb_start_write"))
        .expectObserved(
            SnapshotFacts.STUCK_TASKS,
            new StuckTasks(List.of(new StuckTasks.Task(812, "mysqld", "__sb_start_write"))));
  }

  @Test
  void findsAThreadThatHangsWhereTheLoadTellsOfOne() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/proc/1/stat", "1 (systemd) S 0 1")
            .file("/proc/812/stat", "812 (mysqld) S 1 812")
            .file("/proc/812/task/812/stat", "812 (mysqld) S 1 812")
            .file("/proc/812/task/830/stat", "830 (ib_log_writer) D 1 812")
            .file("/proc/830/wchan", "percpu_rwsem_wait");
    look(new StuckTasksProbe(), guest.file("/proc/loadavg", "1.02 0.40 0.20 1/400 999\n"))
        .expectObserved(
            SnapshotFacts.STUCK_TASKS,
            new StuckTasks(
                List.of(new StuckTasks.Task(830, "ib_log_writer", "percpu_rwsem_wait"))));
    look(new StuckTasksProbe(), guest.file("/proc/loadavg", "0.31 0.40 0.20 1/400 999\n"))
        .expectObserved(SnapshotFacts.STUCK_TASKS, new StuckTasks(List.of()));
  }

  @Test
  void asksOnlyForTheProcessesThatCannotBeWoken() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/proc/1/stat", "1 (systemd) S 0 1")
            .file("/proc/9/stat", "9 (cron) S 1 9");
    look(new StuckTasksProbe(), guest)
        .expectObserved(SnapshotFacts.STUCK_TASKS, new StuckTasks(List.of()));
    assertThat(guest.asked().toString()).doesNotContain("wchan");
  }

  @Test
  void doesNotTakeHiddenProcessesForNone() {
    look(new StuckTasksProbe(), FakeGuest.live().file("/proc/700/stat", "700 (java) R 1 700"))
        .expectUnavailable(SnapshotFacts.STUCK_TASKS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void doesNotGuessWhereProcessesWait() {
    look(
            new StuckTasksProbe(),
            FakeGuest.live()
                .file("/proc/1/stat", "1 (systemd) S 0 1")
                .file("/proc/1/wchan", "0")
                .file("/proc/812/stat", "812 (mysqld) D 1 812"))
        .expectUnavailable(SnapshotFacts.STUCK_TASKS, UnavailableReason.NOT_PERMITTED);
    look(new StuckTasksProbe(), FakeGuest.copy())
        .expectUnavailable(SnapshotFacts.STUCK_TASKS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void opensTheMountsThatAreFrozen() {
    FakeGuest guest =
        mounted(FakeGuest.live())
            .folder("/data")
            .folder("/dead")
            .folder("/shut/x")
            .unavailable("/dead", UnavailableReason.TIMED_OUT)
            .denied("/shut");
    look(new MountAnswersProbe(), guest)
        .expectObserved(
            SnapshotFacts.MOUNT_ANSWERS,
            new MountAnswers(
                true,
                List.of(
                    new Answer("/", MountAnswers.State.OPEN, ""),
                    new Answer("/data", MountAnswers.State.OPEN, ""),
                    answer(guest, "/dead", MountAnswers.State.UNKNOWN),
                    answer(guest, "/shut", MountAnswers.State.FAILED),
                    new Answer("/gone", MountAnswers.State.GONE, "no such file or directory"))));
    guest
        .asked()
        .forEach(question -> assertThat(question.toString()).doesNotContain("/nfs", "/odd"));
  }

  private static Answer answer(FakeGuest guest, String mount, MountAnswers.State state) {
    var refusal =
        (io.github.backupdiag.fact.Unavailable<?>)
            guest
                .ask(
                    List.of(io.github.backupdiag.guestaccess.Question.stat(mount)),
                    java.time.Duration.ofSeconds(1))
                .to(io.github.backupdiag.guestaccess.Question.stat(mount));
    return new Answer(mount, state, refusal.detail());
  }

  @Test
  void opensNoMountOfACopy() {
    look(new MountAnswersProbe(), mounted(FakeGuest.copy()))
        .expectUnavailable(SnapshotFacts.MOUNT_ANSWERS, UnavailableReason.NOT_RECORDED);
  }

  private static FakeGuest mounted(FakeGuest guest) {
    return guest
        .file("/proc/self/status", "Name:\tjava\nUid:\t1000\t0\t0\t0\n")
        .file(
            "/proc/self/mountinfo",
            """
            22 1 8:1 / / rw - xfs /dev/sda1 rw
            23 22 8:33 / /data rw - ext4 /dev/sdc1 rw
            24 22 8:34 / /dead rw - ext4 /dev/sdc2 rw
            25 22 8:35 / /shut rw - btrfs /dev/sdc3 rw
            26 22 8:36 / /gone rw - ext3 /dev/sdc4 rw
            27 22 0:36 / /nfs rw - nfs4 host:/x rw
            28 22 8:37 / /odd* rw - ext4 /dev/sdc5 rw
            29 22 7:1 / /odd/loop rw - ext4 /dev/loop1 rw
            """);
  }

  @Test
  void readsScriptsThatAreInOrder() {
    FakeGuest guest = withScripts(FakeGuest.live());
    look(new SnapshotScriptsProbe(), guest)
        .expectObserved(
            SnapshotFacts.SCRIPTS,
            new SnapshotScripts(
                new ScriptFile(Role.CONFIG, CONFIG, State.PRESENT, 0, 0600),
                null,
                0,
                List.of(new ScriptFile(Role.HOST, HOST, State.PRESENT, 0, 0644)),
                null,
                new SnapshotScripts.Host(1, 1800L),
                List.of(
                    new ScriptFile(Role.PRE, "/opt/pre.sh", State.PRESENT, 7, 0755),
                    new ScriptFile(Role.POST, "/opt/post.sh", State.ABSENT, null, null)),
                30L,
                false));
  }

  @Test
  void followsThePluginHostToAnotherConfiguration() {
    SnapshotScripts scripts =
        scripts(
            FakeGuest.live()
                .file(HOST, SampleRootSnapshot.host("srv/own.json"))
                .file("/srv/own.json", SampleRootSnapshot.config("/opt/pre.sh", "relative.sh"))
                .file("/opt/pre.sh", "x")
                .link("/opt/post.sh", "/nowhere"));
    assertThat(scripts.config().path()).isEqualTo("/srv/own.json");
    assertThat(scripts.scripts())
        .extracting(ScriptFile::state)
        .containsExactly(State.PRESENT, State.ABSENT);
  }

  @Test
  void namesWhatThePluginHostLacks() {
    FakeGuest guest = withScripts(FakeGuest.live());
    assertThat(
            scripts(guest.file(HOST, "[pre_post]\nnumberOfPlugins: 2\npluginName0: a\n"))
                .hostProblem())
        .isEqualTo("pluginPath0");
    assertThat(scripts(guest.file(HOST, "[pre_post]\nnumberOfPlugins: two\n")).host()).isNull();
    SnapshotScripts none = scripts(guest.file(HOST, "[pre_post]\ntimeoutInSeconds: 60\n"));
    assertThat(none.hostProblem()).isNull();
    assertThat(none.host()).isEqualTo(new SnapshotScripts.Host(0, 60L));
  }

  @Test
  void usesThePluginHostOfTheExtensionWhereThereIsNoOther() {
    SnapshotScripts scripts =
        scripts(
            withScripts(FakeGuest.live())
                .file(EXTENSION + "/main/VMSnapshotPluginHost.conf", "no section\n")
                .file(HOST + ".away", "")
                .answer(
                    new io.github.backupdiag.guestaccess.Question.File(
                        HOST, 1 << 16, io.github.backupdiag.guestaccess.Question.Part.HEAD),
                    new io.github.backupdiag.fact.Absent<>(HOST))
                .answer(
                    io.github.backupdiag.guestaccess.Question.stat(HOST),
                    new io.github.backupdiag.fact.Absent<>(HOST)));
    assertThat(scripts.hosts())
        .singleElement()
        .satisfies(host -> assertThat(host.path()).startsWith(EXTENSION));
    assertThat(scripts.hostProblem()).isEqualTo("no section");
  }

  @Test
  void namesANumberThatIsNone() {
    SnapshotScripts scripts =
        scripts(withScripts(FakeGuest.live()).file(HOST, "[pre_post]\nnumberOfPlugins: one\n"));
    assertThat(scripts.hostProblem()).isEqualTo("numberOfPlugins: one");
  }

  @Test
  void knowsNoRightsBehindALink() {
    SnapshotScripts scripts =
        scripts(
            withScripts(FakeGuest.live())
                .file("/srv/real.sh", "x")
                .link("/opt/post.sh", "/srv/real.sh"));
    ScriptFile post = scripts.scripts().get(1);
    assertThat(post.state()).isEqualTo(State.PRESENT);
    assertThat(post.mode()).isNull();
  }

  @Test
  void tellsAnUnusedFeatureFromOneThatMayNotBeSeen() {
    look(new SnapshotScriptsProbe(), FakeGuest.live()).expectAbsent(SnapshotFacts.SCRIPTS);
    look(new SnapshotScriptsProbe(), FakeGuest.copy().folder("/usr/bin"))
        .expectAbsent(SnapshotFacts.SCRIPTS);
    look(new SnapshotScriptsProbe(), FakeGuest.copy())
        .expectUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_RECORDED);
    look(new SnapshotScriptsProbe(), withScripts(FakeGuest.live()).denied("/etc/azure"))
        .expectUnavailable(SnapshotFacts.SCRIPTS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findsTheKernelsLines() {
    FakeGuest guest =
        FakeGuest.copy()
            .link("/etc/localtime", "/usr/share/zoneinfo/Asia/Tokyo")
            .file("/var/log/messages", "Mar 14 11:15:20 vm kernel: I/O error, dev sdc, sector 1\n");
    LogEvents events =
        value(
            kernel(guest)
                .given(GuestFacts.NEWEST_TIME, Instant.parse("2026-03-14T04:00:00Z"))
                .observe(),
            SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.signature()).isEqualTo("k-ioerror");
              assertThat(event.time()).isEqualTo(Instant.parse("2026-03-14T02:15:20Z"));
            });
  }

  @Test
  void findsAFileSystemWithoutJournalThatIsNotCleanNormal() {
    String head = "Mar 14 11:15:20 vm kernel: EXT4-fs (sdc1): ";
    FakeGuest guest =
        FakeGuest.copy()
            .file(
                "/var/log/messages",
                head
                    + "mounted filesystem without journal. Opts: (null)\n"
                    + head
                    + "warning: mounting unchecked fs, running e2fsck is recommended\n");
    LogEvents events =
        value(
            kernel(guest)
                .given(GuestFacts.NEWEST_TIME, Instant.parse("2026-03-14T04:00:00Z"))
                .observe(),
            SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).events()).isEmpty();
  }

  @Test
  void takesTheTimeOfALiveLogForItsYear() {
    Instant written = Instant.parse("2026-03-14T02:20:00Z");
    FakeGuest guest =
        FakeGuest.live()
            .file("/var/log/messages", "Mar 14 02:15:20 vm kernel: I/O error, dev sdc, sector 1\n")
            .modified("/var/log/messages", written);
    LogEvents events =
        value(
            kernel(guest).givenAbsent(GuestFacts.NEWEST_TIME).observe(), SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).newest())
        .isEqualTo(Instant.parse("2026-03-14T02:15:20Z"));
  }

  @Test
  void readsOnWhereTheLogWasRotated() {
    FakeGuest guest =
        FakeGuest.copy()
            .file("/var/log/syslog", "2026-03-15T00:00:09+00:00 vm systemd[1]: Rotated\n")
            .file(
                "/var/log/syslog.1",
                "2026-03-14T02:15:20+00:00 vm kernel: I/O error, dev sda, sector 8\n")
            .file("/var/log/messages", "")
            .file(
                "/var/log/messages-20260301", "2026-02-28T00:00:00Z vm kernel: soft lockup - CPU#1")
            .file(
                "/var/log/messages-20260308",
                "2026-03-07T00:00:00Z vm kernel: I/O error, dev sdb, sector 8");
    LogEvents events =
        value(
            kernel(guest).givenAbsent(GuestFacts.NEWEST_TIME).observe(), SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).events())
        .extracting(event -> event.file())
        .containsExactlyInAnyOrder("/var/log/syslog.1", "/var/log/messages-20260308");
    kernel(guest).givenAbsent(GuestFacts.NEWEST_TIME).observe().expectAccessNeedsComplete();
  }

  @Test
  void readsTheJournalWhereItWasCollectedAsText() {
    FakeGuest guest =
        FakeGuest.copy()
            .link("/etc/localtime", "/usr/share/zoneinfo/UTC")
            .file(
                "/sos_commands/logs/journalctl_--no-pager",
                "-- Logs begin at Sat 2026-03-14 --\n"
                    + "Mar 14 02:15:20 vm kernel: XFS (dm-0): Please unmount the filesystem and"
                    + " rectify the problem(s)\n");
    LogEvents events =
        value(
            kernel(guest)
                .given(GuestFacts.NEWEST_TIME, Instant.parse("2026-03-14T04:00:00Z"))
                .observe(),
            SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).newest())
        .isEqualTo(Instant.parse("2026-03-14T02:15:20Z"));
  }

  @Test
  void doesNotTakeWhatAHealthyKernelSaysForAnError() {
    FakeGuest guest =
        FakeGuest.copy()
            .file(
                "/var/log/kern.log",
                """
                2026-03-14T02:15:00Z vm kernel: EXT4-fs (sda1): recovery complete
                2026-03-14T02:15:01Z vm kernel: EXT4-fs (sda1): mounted filesystem without journal.
                2026-03-14T02:15:02Z vm kernel: EXT4-fs (sda1): re-mounted. Opts: errors=remount-ro
                2026-03-14T02:15:03Z vm kernel: BTRFS info (device sdc1): disk space caching is enabled
                2026-03-14T02:15:04Z vm kernel: XFS (sdd1): Ending clean mount
                2026-03-14T02:15:05Z vm backup[7]: I/O error, dev sdc, sector 9
                2026-03-14T02:15:06Z vm kernel: blk_update_request: I/O error, dev fd0, sector 0
                2026-03-14T02:15:07Z vm kernel: Buffer I/O error on dev sr0, logical block 0
                2026-03-14T02:15:08Z vm kernel: I/O error, dev loop3, sector 0 op 0x0:(READ)
                2026-03-14T02:15:09Z vm kernel: EXT4-fs error (device loop3): ext4_lookup
                2026-03-14T02:15:10Z vm kernel: EXT4-fs (loop3): Remounting filesystem read-only
                2026-03-14T02:15:11Z vm kernel: I/O error, dev sdc, sector 9 op 0x3:(DISCARD)
                2026-03-14T02:15:12Z vm kernel: hv_utils: VSS: timeout waiting for daemon to reply
                """);
    LogEvents events =
        value(
            kernel(guest).givenAbsent(GuestFacts.NEWEST_TIME).observe(), SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).events()).isEmpty();
  }

  @Test
  void takesADiskForADiskWhateverStandsBesideIt() {
    FakeGuest guest =
        FakeGuest.copy()
            .file(
                "/var/log/kern.log",
                """
                2026-03-14T02:15:00Z sr0 kernel: Buffer I/O error on dev sdsr1, block 0
                2026-03-14T02:15:01Z vm kernel: XFS (dm-0): Metadata corruption detected at x
                """);
    LogEvents events =
        value(
            kernel(guest).givenAbsent(GuestFacts.NEWEST_TIME).observe(), SnapshotFacts.KERNEL_LOG);
    assertThat(Objects.requireNonNull(events).events())
        .extracting(event -> event.signature())
        .containsExactly("k-bufferio", "k-xfs-corruption");
  }

  @Test
  void tellsNoKernelLogFromOneThatMayNotBeRead() {
    kernel(FakeGuest.live()).observe().expectAbsent(SnapshotFacts.KERNEL_LOG);
    kernel(FakeGuest.live().denied("/var/log"))
        .observe()
        .expectUnavailable(SnapshotFacts.KERNEL_LOG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findsTheLastFreeze() {
    String log = "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log";
    look(new FreezeRunProbe(), FakeGuest.copy().file(log, "arg : proceeded for accepting signals"))
        .expectSource(SnapshotFacts.FREEZE_RUN, log);
    look(new FreezeRunProbe(), FakeGuest.copy().file(log, "quiet"))
        .expectAbsent(SnapshotFacts.FREEZE_RUN);
    look(new FreezeRunProbe(), FakeGuest.copy().denied("/var/log"))
        .expectUnavailable(SnapshotFacts.FREEZE_RUN, UnavailableReason.NOT_PERMITTED);
  }

  private static FakeGuest withExtension(FakeGuest guest) {
    return guest
        .file(EXTENSION + "/main/handle.sh", "x")
        .file(EXTENSION + "/main/handle.py", "x")
        .file(EXTENSION + "/main/fsfreezer.py", "x")
        .file(EXTENSION + "/config/HandlerState", "Enabled")
        .file(HELPER, elf(62))
        .file("/usr/bin/env", elf(62));
  }

  private static byte[] elf(int machine) {
    byte[] bytes = new byte[24];
    bytes[0] = 0x7f;
    bytes[1] = 'E';
    bytes[2] = 'L';
    bytes[3] = 'F';
    bytes[5] = 1;
    bytes[18] = (byte) machine;
    return bytes;
  }

  private static FakeGuest withScripts(FakeGuest guest) {
    return guest
        .file(HOST, SampleRootSnapshot.host(SampleRootSnapshot.CONFIG))
        .file(CONFIG, SampleRootSnapshot.config("/opt/pre.sh", "/opt/post.sh"))
        .file("/opt/pre.sh", "x")
        .stat(CONFIG, 0, 0600)
        .stat("/opt/pre.sh", 7, 0755);
  }

  private static SnapshotScripts scripts(FakeGuest guest) {
    return Objects.requireNonNull(
        value(look(new SnapshotScriptsProbe(), guest), SnapshotFacts.SCRIPTS));
  }

  private static ProbeTester kernel(FakeGuest guest) {
    return ProbeTester.of(new KernelLogProbe()).connect(GuestConnection.class, guest);
  }

  private static CheckedObservations look(Probe probe, FakeGuest guest) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }

  private static <T> @org.jspecify.annotations.Nullable T value(
      CheckedObservations seen, io.github.backupdiag.fact.FactKey<T> key) {
    return seen.observations().get(key) instanceof io.github.backupdiag.fact.Observed<T> observed
        ? observed.value()
        : null;
  }
}
