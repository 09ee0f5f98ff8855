/** Probes of backup-diag (guest). */
module io.github.backupdiag.guest {
  requires transitive io.github.backupdiag.core;

  provides io.github.backupdiag.probe.Probe with
      io.github.backupdiag.guest.internal.linux.AgentConfigProbe,
      io.github.backupdiag.guest.internal.linux.AgentFolderProbe,
      io.github.backupdiag.guest.internal.linux.AgentInstallationProbe,
      io.github.backupdiag.guest.internal.linux.AgentLifeProbe,
      io.github.backupdiag.guest.internal.linux.AgentLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentProcessesProbe,
      io.github.backupdiag.guest.internal.linux.AgentServiceLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentToolsProbe,
      io.github.backupdiag.guest.internal.linux.AgentUnitProbe,
      io.github.backupdiag.guest.internal.linux.CgroupsProbe,
      io.github.backupdiag.guest.internal.linux.ExtensionLogProbe,
      io.github.backupdiag.guest.internal.linux.FipsModeProbe,
      io.github.backupdiag.guest.internal.linux.GoalStateFilesProbe,
      io.github.backupdiag.guest.internal.linux.InlineCommentsProbe,
      io.github.backupdiag.guest.internal.linux.LoadProbe,
      io.github.backupdiag.guest.internal.linux.MountsProbe,
      io.github.backupdiag.guest.internal.linux.NewestTimeProbe,
      io.github.backupdiag.guest.internal.linux.OsProbe,
      io.github.backupdiag.guest.internal.linux.PlatformProbe,
      io.github.backupdiag.guest.internal.linux.ProgramBuildProbe,
      io.github.backupdiag.guest.internal.linux.RoomProbe,
      io.github.backupdiag.guest.internal.linux.SelinuxDenialsProbe,
      io.github.backupdiag.guest.internal.linux.SelinuxProbe;
}
