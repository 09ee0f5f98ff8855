/** Probes of backup-diag (guest). */
module io.github.backupdiag.guest {
  requires transitive io.github.backupdiag.core;

  provides io.github.backupdiag.probe.Probe with
      io.github.backupdiag.guest.internal.linux.AgentConfigProbe,
      io.github.backupdiag.guest.internal.linux.AgentFolderProbe,
      io.github.backupdiag.guest.internal.linux.AgentInstallationProbe,
      io.github.backupdiag.guest.internal.linux.AgentLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentProcessesProbe,
      io.github.backupdiag.guest.internal.linux.AgentServiceLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentUnitProbe,
      io.github.backupdiag.guest.internal.linux.BootMountsProbe,
      io.github.backupdiag.guest.internal.linux.ExtensionLogProbe,
      io.github.backupdiag.guest.internal.linux.FreezeHelperProbe,
      io.github.backupdiag.guest.internal.linux.FreezeLockProbe,
      io.github.backupdiag.guest.internal.linux.FreezeRunProbe,
      io.github.backupdiag.guest.internal.linux.GuestDisksProbe,
      io.github.backupdiag.guest.internal.linux.KernelLogProbe,
      io.github.backupdiag.guest.internal.linux.MountAnswersProbe,
      io.github.backupdiag.guest.internal.linux.MountsProbe,
      io.github.backupdiag.guest.internal.linux.NewestTimeProbe,
      io.github.backupdiag.guest.internal.linux.OsProbe,
      io.github.backupdiag.guest.internal.linux.PlatformProbe,
      io.github.backupdiag.guest.internal.linux.RoomProbe,
      io.github.backupdiag.guest.internal.linux.SnapshotScriptsProbe,
      io.github.backupdiag.guest.internal.linux.StuckTasksProbe,
      io.github.backupdiag.guest.internal.linux.VmbackupConfProbe;
}
