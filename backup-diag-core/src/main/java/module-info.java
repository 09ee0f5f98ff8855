/** Catalog, vocabulary, rules, engine, reports and the test kit of backup-diag. */
@SuppressWarnings("module")
module io.github.backupdiag.core {
  requires com.fasterxml.jackson.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.github.backupdiag;
  exports io.github.backupdiag.fact;
  exports io.github.backupdiag.fact.azure;
  exports io.github.backupdiag.fact.backup;
  exports io.github.backupdiag.fact.guest;
  exports io.github.backupdiag.request;
  exports io.github.backupdiag.guestaccess;
  exports io.github.backupdiag.probe;
  exports io.github.backupdiag.diagnostic;
  exports io.github.backupdiag.catalog;
  exports io.github.backupdiag.intake;
  exports io.github.backupdiag.report;
  exports io.github.backupdiag.render;
  exports io.github.backupdiag.testkit;

  // The parsers that probes and intake share; no API.
  exports io.github.backupdiag.internal.parse to
      io.github.backupdiag.guest;

  // What leaves memory goes through this; no API.
  exports io.github.backupdiag.internal.redact to
      io.github.backupdiag.guest;

  uses io.github.backupdiag.catalog.CatalogSource;
  uses io.github.backupdiag.diagnostic.Diagnostic;
  uses io.github.backupdiag.probe.Probe;
  uses io.github.backupdiag.render.ReportRenderer;

  provides io.github.backupdiag.diagnostic.Diagnostic with
      io.github.backupdiag.internal.agent.AgentConfigInlineComments,
      io.github.backupdiag.internal.agent.AgentFolderMoved,
      io.github.backupdiag.internal.agent.AgentFoldersClosedToSystem,
      io.github.backupdiag.internal.agent.CngKeyIsolationStopped,
      io.github.backupdiag.internal.agent.Dotnet64bitSwitchedOff,
      io.github.backupdiag.internal.agent.ExtensionsDisabledInAgentConfig,
      io.github.backupdiag.internal.agent.GuestAgentAsleep,
      io.github.backupdiag.internal.agent.GuestAgentCrashLoop,
      io.github.backupdiag.internal.agent.GuestAgentMasked,
      io.github.backupdiag.internal.agent.GuestAgentMissing,
      io.github.backupdiag.internal.agent.GuestAgentNotRunning,
      io.github.backupdiag.internal.agent.GuestAgentStopped,
      io.github.backupdiag.internal.agent.GuestAgentStuckStopping,
      io.github.backupdiag.internal.agent.LinuxAgentCgroupError,
      io.github.backupdiag.internal.agent.LinuxAgentDependencyMissing,
      io.github.backupdiag.internal.agent.LinuxAgentHung,
      io.github.backupdiag.internal.agent.LinuxAgentStaleGoalStateFiles,
      io.github.backupdiag.internal.agent.ProvisioningAgentNotAuto,
      io.github.backupdiag.internal.agent.WindowsAgentHeartbeatOld,
      io.github.backupdiag.internal.agent.WindowsAgentMissing,
      io.github.backupdiag.internal.agent.WindowsAgentNotRunning,
      io.github.backupdiag.internal.agent.WindowsAgentOutdated,
      io.github.backupdiag.internal.agent.WmiRepositoryBroken,
      io.github.backupdiag.internal.disk.AgentDirMountedNoexec,
      io.github.backupdiag.internal.disk.GuestDiskFull,
      io.github.backupdiag.internal.disk.GuestDiskRoom,
      io.github.backupdiag.internal.disk.VerboseAgentLog,
      io.github.backupdiag.internal.disk.WindowsDiskRoom,
      io.github.backupdiag.internal.extension.AgentCertificateMissing,
      io.github.backupdiag.internal.extension.AgentPolicyBlocksExtension,
      io.github.backupdiag.internal.extension.AntivirusWithoutExclusions,
      io.github.backupdiag.internal.extension.AppControlBlocksExtension,
      io.github.backupdiag.internal.extension.BackupExtensionCannotLoad,
      io.github.backupdiag.internal.extension.BackupExtensionDefect,
      io.github.backupdiag.internal.extension.BackupExtensionHung,
      io.github.backupdiag.internal.extension.BackupExtensionManifestDeleted,
      io.github.backupdiag.internal.extension.BackupExtensionNotInUse,
      io.github.backupdiag.internal.extension.BackupExtensionServiceDisabled,
      io.github.backupdiag.internal.extension.ExtensionAgentApiMismatch,
      io.github.backupdiag.internal.extension.ExtensionFilesDeleted,
      io.github.backupdiag.internal.extension.ExtensionForWrongOs,
      io.github.backupdiag.internal.extension.ExtensionProvisioningFailed,
      io.github.backupdiag.internal.extension.ExtensionStaleHandlerFiles,
      io.github.backupdiag.internal.extension.HostErrorInMessage,
      io.github.backupdiag.internal.extension.HostPreCheckFailed,
      io.github.backupdiag.internal.extension.HostSnapshotServiceError,
      io.github.backupdiag.internal.extension.MachineKeysPermissionsWrong,
      io.github.backupdiag.internal.extension.NamedExtensionFailed,
      io.github.backupdiag.internal.extension.NeighbourExtensionFailed,
      io.github.backupdiag.internal.extension.ProviderDllMismatch,
      io.github.backupdiag.internal.extension.ProviderRegistrationStale,
      io.github.backupdiag.internal.extension.PythonNotFound,
      io.github.backupdiag.internal.extension.PythonTooNewForExtension,
      io.github.backupdiag.internal.extension.SnapshotCommandArrivedLate,
      io.github.backupdiag.internal.extension.SnapshotRunUnfinished,
      io.github.backupdiag.internal.extension.SnapshotSetInconsistent,
      io.github.backupdiag.internal.extension.StorageAssemblyConflict,
      io.github.backupdiag.internal.extension.TenantCertificateInvalid,
      io.github.backupdiag.internal.extension.VcRedistInstallBlocked,
      io.github.backupdiag.internal.extension.WindowsInstallerDisabled,
      io.github.backupdiag.internal.network.CaptureAdapterMisleadsAgent,
      io.github.backupdiag.internal.network.DhcpDisabledInGuest,
      io.github.backupdiag.internal.network.GuestClockSkewed,
      io.github.backupdiag.internal.network.HostAnsweredInJob,
      io.github.backupdiag.internal.network.HostEndpointFirewalled,
      io.github.backupdiag.internal.network.HostEndpointNotRouted,
      io.github.backupdiag.internal.network.HostEndpointUnreachable,
      io.github.backupdiag.internal.network.OutboundStorageBlocked,
      io.github.backupdiag.internal.network.PrimaryIpMismatchInGuest,
      io.github.backupdiag.internal.network.ProxyMisconfigured,
      io.github.backupdiag.internal.network.ProxyRefusedCalls,
      io.github.backupdiag.internal.network.SnapshotNetworkCallsSlow,
      io.github.backupdiag.internal.network.StorageAnsweredInJob,
      io.github.backupdiag.internal.network.StrongTlsDisabled,
      io.github.backupdiag.internal.network.WindowsDhcpDisabled,
      io.github.backupdiag.internal.network.WindowsFirewallBlocksHost,
      io.github.backupdiag.internal.network.WindowsProxyMisconfigured,
      io.github.backupdiag.internal.script.PrepostConfigInvalid,
      io.github.backupdiag.internal.script.PrepostPermissionsWrong,
      io.github.backupdiag.internal.script.PrepostScriptFailed,
      io.github.backupdiag.internal.script.PrepostScriptNotFound,
      io.github.backupdiag.internal.script.PrepostScriptSilentlySkipped,
      io.github.backupdiag.internal.script.PrepostScriptTimeout,
      io.github.backupdiag.internal.script.WorkloadConfigInvalid,
      io.github.backupdiag.internal.script.WorkloadDatabaseNotQuiesced,
      io.github.backupdiag.internal.snapshot.FilesystemLeftFrozen,
      io.github.backupdiag.internal.snapshot.FilesystemNotClean,
      io.github.backupdiag.internal.snapshot.FilesystemReadOnly,
      io.github.backupdiag.internal.snapshot.FreezeHelperDeleted,
      io.github.backupdiag.internal.snapshot.FreezeHelperMissing,
      io.github.backupdiag.internal.snapshot.FreezeLockHeld,
      io.github.backupdiag.internal.snapshot.FreezeTimeout,
      io.github.backupdiag.internal.snapshot.GuestDiskIoErrors,
      io.github.backupdiag.internal.snapshot.ManyDisksStallGuest,
      io.github.backupdiag.internal.snapshot.MountCannotBeFrozen,
      io.github.backupdiag.internal.snapshot.MountListedTwice,
      io.github.backupdiag.internal.snapshot.MountNotAccessible,
      io.github.backupdiag.internal.snapshot.MountNotOpened,
      io.github.backupdiag.internal.snapshot.VmbackupConfEncodingWrong,
      io.github.backupdiag.internal.system.DotnetMissingOrOld,
      io.github.backupdiag.internal.system.FipsModeBlocksAgent,
      io.github.backupdiag.internal.system.FreeBlocksNotTrimmed,
      io.github.backupdiag.internal.system.GuestCpuMemoryHigh,
      io.github.backupdiag.internal.system.GuestMemoryLow,
      io.github.backupdiag.internal.system.GuestOsUnsupported,
      io.github.backupdiag.internal.system.GuestOutOfMemory,
      io.github.backupdiag.internal.system.MachineConfigBroken,
      io.github.backupdiag.internal.system.SelinuxBlocksAgent,
      io.github.backupdiag.internal.system.WindowsRestartPending,
      io.github.backupdiag.internal.system.WindowsUnsupported,
      io.github.backupdiag.internal.vm.AgentNotReady,
      io.github.backupdiag.internal.vm.BackupExtensionStuck,
      io.github.backupdiag.internal.vm.FailedExtension,
      io.github.backupdiag.internal.vm.RunStillTransitioning,
      io.github.backupdiag.internal.vm.VmNotRunning,
      io.github.backupdiag.internal.vm.VmStateTransitional,
      io.github.backupdiag.internal.vss.BitlockerVolumeLocked,
      io.github.backupdiag.internal.vss.ClusterSharedVolumeWriter,
      io.github.backupdiag.internal.vss.ComEventSystemBroken,
      io.github.backupdiag.internal.vss.ComPlusNotRunning,
      io.github.backupdiag.internal.vss.DesktopHeapAllocationFailed,
      io.github.backupdiag.internal.vss.DesktopHeapAtDefault,
      io.github.backupdiag.internal.vss.MsdtcBroken,
      io.github.backupdiag.internal.vss.ShadowCopyStorageFull,
      io.github.backupdiag.internal.vss.SnapshotThreadsDelayVss,
      io.github.backupdiag.internal.vss.SoftwareShadowProviderBroken,
      io.github.backupdiag.internal.vss.SoftwareShadowProviderLibraryWrong,
      io.github.backupdiag.internal.vss.SqlVssFullBackupConflict,
      io.github.backupdiag.internal.vss.SqlWriterBlockedByDatabase,
      io.github.backupdiag.internal.vss.SqlWriterLacksRights,
      io.github.backupdiag.internal.vss.SystemWriterCannotEnumerate,
      io.github.backupdiag.internal.vss.SystemWriterHostStopped,
      io.github.backupdiag.internal.vss.ThirdPartyVssProviderConflict,
      io.github.backupdiag.internal.vss.VolumeRootDeniesAdministrators,
      io.github.backupdiag.internal.vss.VssAccessControlWrong,
      io.github.backupdiag.internal.vss.VssServiceBroken,
      io.github.backupdiag.internal.vss.VssWriterFailed,
      io.github.backupdiag.internal.vss.VssWriterOutOfResources;
}
