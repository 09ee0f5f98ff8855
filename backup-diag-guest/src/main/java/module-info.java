/** Probes of backup-diag (guest). */
module io.github.backupdiag.guest {
  requires transitive io.github.backupdiag.core;

  provides io.github.backupdiag.probe.Probe with
      io.github.backupdiag.guest.internal.linux.AddressSetupsProbe,
      io.github.backupdiag.guest.internal.linux.AgentConfigProbe,
      io.github.backupdiag.guest.internal.linux.AgentFolderProbe,
      io.github.backupdiag.guest.internal.linux.AgentInstallationProbe,
      io.github.backupdiag.guest.internal.linux.AgentLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentPolicyProbe,
      io.github.backupdiag.guest.internal.linux.AgentProcessesProbe,
      io.github.backupdiag.guest.internal.linux.AgentProxiesProbe,
      io.github.backupdiag.guest.internal.linux.AgentServiceLogProbe,
      io.github.backupdiag.guest.internal.linux.AgentUnitProbe,
      io.github.backupdiag.guest.internal.linux.AgentVersionsProbe,
      io.github.backupdiag.guest.internal.linux.BackupExtensionProbe,
      io.github.backupdiag.guest.internal.linux.ClockTracesProbe,
      io.github.backupdiag.guest.internal.linux.DhcpLeasesProbe,
      io.github.backupdiag.guest.internal.linux.ExtensionLogProbe,
      io.github.backupdiag.guest.internal.linux.ExtensionRunProbe,
      io.github.backupdiag.guest.internal.linux.FailedFlagProbe,
      io.github.backupdiag.guest.internal.linux.FirewallGatesProbe,
      io.github.backupdiag.guest.internal.linux.HandlersProbe,
      io.github.backupdiag.guest.internal.linux.HostEndpointProbe,
      io.github.backupdiag.guest.internal.linux.MetadataEndpointProbe,
      io.github.backupdiag.guest.internal.linux.MountsProbe,
      io.github.backupdiag.guest.internal.linux.NewestTimeProbe,
      io.github.backupdiag.guest.internal.linux.OsProbe,
      io.github.backupdiag.guest.internal.linux.PlatformProbe,
      io.github.backupdiag.guest.internal.linux.PythonsProbe,
      io.github.backupdiag.guest.internal.linux.RoomProbe,
      io.github.backupdiag.guest.internal.linux.RoutesProbe,
      io.github.backupdiag.guest.internal.linux.ShellLogProbe,
      io.github.backupdiag.guest.internal.linux.StorageEndpointProbe;
}
