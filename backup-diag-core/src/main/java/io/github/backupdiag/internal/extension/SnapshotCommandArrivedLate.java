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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run began more than 140 minutes after the service had given its command, and the extension
 * refused it (guest.linux.snapshot.command-age).
 */
public final class SnapshotCommandArrivedLate implements Diagnostic {

  private static final String RULE = "snapshot-command-arrived-late";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.snapshot-command-arrived-late", RULE)
          .needs(ExtensionFacts.STATUS)
          .helpful(ExtensionFacts.RUN, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.snapshot.command-age");

  /** Made by {@code ServiceLoader}. */
  public SnapshotCommandArrivedLate() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Duration LIMIT = Duration.ofMinutes(140);

  /** The code of a refusal for that reason; it is written at once. */
  private static final long TOO_LATE = 402;

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    if (status == null || outcome == null) {
      return Verdict.inconclusive(Phrase.of("because.extension.no-status"));
    }
    if (outcome.isSuccess()) {
      return Verdict.ruledOut(
          NewestStatus.when(status, facts), NewestStatus.evidence(status, outcome));
    }
    Instant commanded = outcome.commanded();
    Instant began = began(status, outcome, facts);
    if (commanded == null || began == null) {
      return Verdict.inconclusive(Phrase.of("because.snapshot-command-arrived-late.no-times"));
    }
    Duration age = Duration.between(commanded, began);
    Evidence evidence = evidence(status, age);
    if (age.compareTo(LIMIT) <= 0) {
      return Verdict.ruledOut(NewestStatus.when(status, facts), evidence);
    }
    return NewestStatus.isOfTheJob(status, facts)
        ? Verdict.certain(When.AT_FAILURE, evidence, NewestStatus.evidence(status, outcome))
            .with("minutes", String.valueOf(age.toMinutes()))
        : Verdict.inconclusive(Phrase.of("because.extension.status-of-another-time"))
            .hinting(List.of(evidence));
  }

  /** When the guest turned to the command: by the log, or by a refusal. */
  private static @Nullable Instant began(ExtensionStatus status, Outcome outcome, Facts facts) {
    ExtensionRun run = facts.value(ExtensionFacts.RUN);
    if (run != null && NewestStatus.isOf(run, status)) {
      return run.start();
    }
    return outcome.code() == TOO_LATE ? status.at() : null;
  }

  private static Evidence evidence(ExtensionStatus status, Duration age) {
    return Evidence.of(
            ExtensionFacts.STATUS,
            Phrase.of(
                "evidence.snapshot-command-arrived-late.age",
                "minutes",
                String.valueOf(age.toMinutes())))
        .withPlace(status.file(), status.line())
        .withTime(status.at());
  }
}
