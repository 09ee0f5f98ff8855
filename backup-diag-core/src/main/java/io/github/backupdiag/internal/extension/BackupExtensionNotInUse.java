package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.State;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.system.WindowsTraces;

/**
 * The agent has no version of the backup extension in use, though some are noted
 * (guest.windows.plugin.present, which only suggests).
 */
public final class BackupExtensionNotInUse implements Diagnostic {

  private static final String SERVICE = "IaaSVmProvider";

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
          "GuestAgentSnapshotTaskStatusError",
          "ExtensionOperationFailedForManagedDisks",
          "BackUpOperationFailed",
          "BackUpOperationFailedV2");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.backup-extension-not-in-use", "backup-extension-cannot-load")
          .needs(WindowsAgentFacts.BACKUP_EXTENSION)
          .helpful(WindowsTraces.readsWith(WindowsServiceFacts.SERVICES))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.plugin.present");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionNotInUse() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsBackupExtension extension = facts.value(WindowsAgentFacts.BACKUP_EXTENSION);
    if (extension == null || extension.states().isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-not-in-use.unknown"));
    }
    Folder folder = extension.enabled();
    if (folder != null) {
      return serviceMayStart(facts)
          ? Verdict.ruledOut(When.NOW, evidence("enabled", folder.version(), folder.path()))
          : Verdict.inconclusive(Phrase.of("because.backup-extension-not-in-use.service"));
    }
    State last = extension.states().get(extension.states().size() - 1);
    return last.isEnabled()
        ? Verdict.inconclusive(Phrase.of("because.backup-extension-not-in-use.several"))
        : TRACES.judge(
            facts, evidence("state", last.version(), last.key()).withExcerpt(last.state()));
  }

  /** An enabled extension still cannot load its provider where the service of that is disabled. */
  private static boolean serviceMayStart(Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    return services != null
        && (services.lacks(SERVICE)
            || services.service(SERVICE).filter(service -> !service.isDisabled()).isPresent());
  }

  private static Evidence evidence(String what, String version, String place) {
    return Evidence.of(
            WindowsAgentFacts.BACKUP_EXTENSION,
            Phrase.of("evidence.backup-extension-not-in-use." + what, "version", version))
        .withPlace(place, 0);
  }
}
