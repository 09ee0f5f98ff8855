package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The agent reports a failed extension (guest.any.extension.others). Another one than that of the
 * backup counts only with the code that says so; a word of success of the backup extension counts
 * only with its code.
 */
public final class ExtensionProvisioningFailed implements Diagnostic {

  private static final String RULE = "extension-provisioning-failed";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.extension-provisioning-failed", RULE)
          .needs(ExtensionFacts.HANDLERS)
          .helpful(
              ExtensionFacts.STATUS, GuestFacts.AGENT_LOG, BackupFacts.WINDOW, BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.any.extension.others");

  /** Made by {@code ServiceLoader}. */
  public ExtensionProvisioningFailed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Set<String> CODES = Set.of("UserErrorVmProvisioningStateFailed");

  @Override
  public Verdict diagnose(Facts facts) {
    Handlers handlers = facts.value(ExtensionFacts.HANDLERS);
    if (handlers == null || handlers.reports().isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.extension-provisioning-failed.no-report"));
    }
    List<HandlerReport> failed =
        handlers.reports().stream().filter(HandlerReport::isFailed).toList();
    if (failed.isEmpty()) {
      return handlers.reports().stream().allMatch(HandlerReport::isWell) && !isBackupFailed(facts)
          ? Verdict.ruledOut(When.NOW, evidence(handlers.reports().get(0), "all-well"))
          : Verdict.inconclusive(Phrase.of("because.extension-provisioning-failed.not-over"));
    }
    List<Evidence> code = Agreement.code(facts, CODES);
    for (HandlerReport report : failed) {
      List<Evidence> agreeing = new ArrayList<>(code);
      if (report.name().equals(BackupExtension.HANDLER)) {
        agreeing.addAll(
            Agreement.lines(
                facts,
                GuestFacts.AGENT_LOG,
                event ->
                    event.signature().startsWith("wa-nonzero")
                        && event.text().contains(report.name())));
      }
      if (!agreeing.isEmpty()) {
        return Verdict.likely(When.NOW, Agreement.all(evidence(report, "failed"), agreeing))
            .with("extension", report.name());
      }
    }
    return Verdict.inconclusive(Phrase.of("because.extension-provisioning-failed.alone"))
        .hinting(failed.stream().map(report -> evidence(report, "failed")).toList());
  }

  private static boolean isBackupFailed(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    return outcome != null && !outcome.isSuccess();
  }

  private static Evidence evidence(HandlerReport report, String what) {
    Evidence evidence =
        Evidence.of(
                ExtensionFacts.HANDLERS,
                Phrase.of(
                    "evidence.extension-provisioning-failed." + what,
                    "extension",
                    report.name().isEmpty() ? report.file() : report.name()))
            .withPlace(report.file(), report.line())
            .withTime(report.at());
    return report.message().isEmpty() ? evidence : evidence.withExcerpt(report.message());
  }
}
