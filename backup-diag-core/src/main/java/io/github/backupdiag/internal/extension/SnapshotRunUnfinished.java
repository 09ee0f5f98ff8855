package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The status of the newest run still says that it works, long after it must have ended
 * (guest.linux.extension.status): it died, or could not write its last word. A run that works now
 * is no finding.
 */
public final class SnapshotRunUnfinished implements Diagnostic {

  private static final String RULE = "snapshot-run-unfinished";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.snapshot-run-unfinished", RULE)
          .needs(ExtensionFacts.STATUS)
          .helpful(
              ExtensionFacts.RUN,
              BackupFacts.REFERENCE_TIME,
              BackupFacts.FAILED_AT,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.status", "guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public SnapshotRunUnfinished() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Codes of a service that waited for a status in vain. */
  private static final String NO_ANSWER = "GuestAgentSnapshotTaskStatusError";

  private static final Set<String> CODES = Set.of(NO_ANSWER, "VMSnapshotLinux.4");

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    if (status == null || outcome == null) {
      return Verdict.inconclusive(Phrase.of("because.extension.no-status"));
    }
    if (outcome.code() != ExtensionStatus.WORKING) {
      return Verdict.ruledOut(
          NewestStatus.when(status, facts), NewestStatus.evidence(status, outcome));
    }
    if (!NewestStatus.isStale(status, facts)) {
      return Verdict.inconclusive(Phrase.of("because.snapshot-run-unfinished.still-working"));
    }
    Evidence stale = NewestStatus.evidence(status, outcome);
    List<Evidence> agreeing = agreeing(status, facts);
    if (!NewestStatus.isOfTheJob(status, facts)) {
      return Verdict.inconclusive(Phrase.of("because.extension.status-of-another-time"))
          .hinting(List.of(stale));
    }
    return agreeing.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.snapshot-run-unfinished.alone"))
            .missing(ExtensionFacts.RUN)
            .hinting(List.of(stale))
        : Verdict.likely(When.AT_FAILURE, Agreement.all(stale, agreeing))
            .with("file", status.file());
  }

  private static List<Evidence> agreeing(ExtensionStatus status, Facts facts) {
    List<Evidence> agreeing = new ArrayList<>();
    ExtensionRun run = facts.value(ExtensionFacts.RUN);
    if (run != null && run.end() != ExtensionRun.End.REPORTED && NewestStatus.isOf(run, status)) {
      agreeing.add(NewestStatus.endOf(run, "evidence.extension.log-ends"));
    }
    // A status in a text carries that code itself: it does not agree with itself.
    boolean inText = status.sequence() == ExtensionStatus.UNTOLD;
    agreeing.addAll(Agreement.code(facts, inText ? Set.of(NO_ANSWER) : CODES));
    return agreeing;
  }
}
