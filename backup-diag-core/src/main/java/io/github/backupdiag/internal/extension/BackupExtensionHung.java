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
import java.util.List;

/**
 * The newest run still says that it works, and its log ends where runs are known to hang: at the
 * freeze helper, or at a list of mounts (guest.linux.extension.log, .status).
 */
public final class BackupExtensionHung implements Diagnostic {

  private static final String RULE = "backup-extension-hung";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.backup-extension-hung", RULE)
          .needs(ExtensionFacts.STATUS)
          .helpful(
              ExtensionFacts.RUN,
              BackupFacts.REFERENCE_TIME,
              BackupFacts.FAILED_AT,
              BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.log", "guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionHung() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

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
    ExtensionRun run = facts.value(ExtensionFacts.RUN);
    if (run == null || !run.isHanging() || !NewestStatus.isOf(run, status)) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-hung.no-place"))
          .missing(ExtensionFacts.RUN);
    }
    Evidence end = NewestStatus.endOf(run, text(run.end()));
    Evidence stale = NewestStatus.evidence(status, outcome);
    return NewestStatus.isOfTheJob(status, facts)
        ? Verdict.likely(When.AT_FAILURE, end, stale).with("file", run.file())
        : Verdict.inconclusive(Phrase.of("because.extension.status-of-another-time"))
            .hinting(List.of(end, stale));
  }

  private static String text(ExtensionRun.End end) {
    return switch (end) {
      case FROZEN_LOG -> "evidence.backup-extension-hung.frozen-log";
      case HELPER -> "evidence.backup-extension-hung.helper";
      case MOUNT_LIST -> "evidence.backup-extension-hung.mount-list";
      default -> "evidence.extension.log-ends";
    };
  }
}
