package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import java.util.List;

/** Facts of the Windows guest agent and of the backup extension that it runs. */
public final class WindowsAgentFacts {

  /** Traces of the agent; both lists are empty where there is none. */
  public static final FactKey<WindowsAgentInstallation> INSTALLATION =
      FactKey.record("guest.windows.agent-installation", WindowsAgentInstallation.class);

  /** What the agent writes of itself; absent without its key. */
  public static final FactKey<AgentSelfReport> SELF_REPORT =
      FactKey.record("guest.windows.agent-self-report", AgentSelfReport.class);

  /** Updates of the agent that it notes, the newest version last; empty if it notes none. */
  public static final FactKey<List<AgentUpdate>> UPDATES =
      FactKey.records("guest.windows.agent-updates", AgentUpdate.class);

  /** The backup extension on disk and in the registry; absent if neither knows it. */
  public static final FactKey<WindowsBackupExtension> BACKUP_EXTENSION =
      FactKey.record("guest.windows.backup-extension", WindowsBackupExtension.class);

  /** The library of the snapshot provider; absent where no version of the extension is in use. */
  public static final FactKey<ProviderLibraries> PROVIDER_LIBRARIES =
      FactKey.record("guest.windows.provider-libraries", ProviderLibraries.class);

  /** Certificates of the tenant in the store of the machine; empty if it holds none. */
  public static final FactKey<List<TenantCertificate>> CERTIFICATES =
      FactKey.records("guest.windows.tenant-certificates", TenantCertificate.class);

  /** Whether accounts that Windows itself uses stand in the rights of folders. */
  public static final FactKey<List<FolderRight>> FOLDER_RIGHTS =
      FactKey.records("guest.windows.folder-rights", FolderRight.class);

  /** Policies that say which programs may run. */
  public static final FactKey<AppControlPolicy> APP_CONTROL =
      FactKey.record("guest.windows.app-control", AppControlPolicy.class);

  private WindowsAgentFacts() {}
}
