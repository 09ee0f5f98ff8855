package io.github.backupdiag.fact.guest;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvents;

/**
 * Facts of the backup extension, of the other extensions, and of what runs them. Settings are
 * looked at for a few fields only: protected settings never become facts.
 */
public final class ExtensionFacts {

  /** Folders of the backup extension, newest version first; absent if there is none. */
  public static final FactKey<BackupExtension> BACKUP_EXTENSION =
      FactKey.record("guest.backup-extension", BackupExtension.class);

  /** What the status file for the newest settings says; absent if there are no settings yet. */
  public static final FactKey<ExtensionStatus> STATUS =
      FactKey.record("guest.backup-extension-status", ExtensionStatus.class);

  /** What the last message of the extension in a text says of the host. */
  public static final FactKey<HostAnswers> HOST_ANSWERS =
      FactKey.record("guest.backup-extension-host-answers", HostAnswers.class);

  /** How the newest run ends in the log of the backup extension; absent if it tells of none. */
  public static final FactKey<ExtensionRun> RUN =
      FactKey.record("guest.backup-extension-run", ExtensionRun.class);

  /** Known signatures in the log of the start script. */
  public static final FactKey<LogEvents> SHELL_LOG = GuestFacts.logEvents("vmsnapshot-shell");

  /** Interpreters under the names that the start script looks for. */
  public static final FactKey<Pythons> PYTHONS = FactKey.record("guest.pythons", Pythons.class);

  /** Versions of the guest agent. */
  public static final FactKey<AgentVersions> AGENT_VERSIONS =
      FactKey.record("guest.agent-versions", AgentVersions.class);

  /** All extensions of the guest. */
  public static final FactKey<Handlers> HANDLERS =
      FactKey.record("guest.extension-handlers", Handlers.class);

  /** The agent's policy file; absent if there is none. */
  public static final FactKey<AgentPolicy> AGENT_POLICY =
      FactKey.record("guest.agent-policy", AgentPolicy.class);

  /** The certificate that the newest settings were encrypted for; absent if none is named. */
  public static final FactKey<SettingsCertificate> CERTIFICATE =
      FactKey.record("guest.settings-certificate", SettingsCertificate.class);

  /** Whether the extension noted that a snapshot failed; absent if it noted nothing. */
  public static final FactKey<FailedFlag> FAILED_FLAG =
      FactKey.record("guest.snapshot-failed-flag", FailedFlag.class);

  private ExtensionFacts() {}
}
