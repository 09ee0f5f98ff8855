package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.BackupExtension.Folder;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HandlerReport;
import java.util.List;
import java.util.Set;

/**
 * The agent reports that it could not install, update or start the backup extension
 * (guest.linux.extension.present, .handler-state).
 */
public final class BackupExtensionCannotLoad implements Diagnostic {

  private static final String RULE = "backup-extension-cannot-load";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.backup-extension-cannot-load", RULE)
          .needs(ExtensionFacts.BACKUP_EXTENSION)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW, BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.present", "guest.linux.extension.handler-state");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionCannotLoad() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Set<String> CODES =
      Set.of(
          "BackUpOperationFailed",
          "BackUpOperationFailedV2",
          "ExtensionOperationFailedForManagedDisks",
          "ExtensionSnapshotFailedNoNetwork",
          "GuestAgentSnapshotTaskStatusError");

  @Override
  public Verdict diagnose(Facts facts) {
    BackupExtension extension = facts.value(ExtensionFacts.BACKUP_EXTENSION);
    Folder current = extension == null ? null : extension.current();
    if (current == null) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-cannot-load.none"));
    }
    HandlerReport report = current.report();
    boolean failedUpgrade = "FailedUpgrade".equals(current.state());
    boolean notReady = report != null && report.isNotReady();
    if (!failedUpgrade && !notReady) {
      return "Enabled".equals(current.state()) && report != null && report.isWell()
          ? Verdict.ruledOut(When.NOW, evidence(current, "ready"))
          : Verdict.inconclusive(Phrase.of("because.backup-extension-cannot-load.state"));
    }
    Evidence state = evidence(current, notReady ? "not-ready" : "failed-upgrade");
    List<Evidence> lines =
        Agreement.lines(facts, GuestFacts.AGENT_LOG, BackupExtensionCannotLoad::isOfLoading);
    if (!lines.isEmpty()) {
      return Verdict.likely(When.AT_FAILURE, Agreement.all(state, lines))
          .with("path", current.path());
    }
    List<Evidence> code = Agreement.code(facts, CODES);
    return code.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.backup-extension-cannot-load.alone"))
            .hinting(List.of(state))
        : Verdict.likely(When.NOW, Agreement.all(state, code)).with("path", current.path());
  }

  private static boolean isOfLoading(LogEvent event) {
    String signature = event.signature();
    return event.text().contains(BackupExtension.HANDLER)
        && (signature.startsWith("wa-nonzero")
            || signature.startsWith("wa-download")
            || signature.startsWith("wa-manifest")
            || signature.startsWith("wa-unzip")
            || signature.equals("wa-timeout"));
  }

  private static Evidence evidence(Folder folder, String what) {
    HandlerReport report = folder.report();
    String file =
        what.equals("failed-upgrade") || report == null ? "HandlerState" : "HandlerStatus";
    String said = report == null ? String.valueOf(folder.state()) : report.message();
    Evidence evidence =
        Evidence.of(
                ExtensionFacts.BACKUP_EXTENSION,
                Phrase.of(
                    "evidence.backup-extension-cannot-load." + what, "version", folder.version()))
            .withPlace(folder.path() + "/config/" + file, 0);
    return said.isEmpty() ? evidence : evidence.withExcerpt(said);
  }
}
