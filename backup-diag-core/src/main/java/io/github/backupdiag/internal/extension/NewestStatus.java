package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import java.time.Duration;
import java.time.Instant;

/** What the status of the newest run tells, as evidence and in time. */
final class NewestStatus {

  /** A run takes minutes; its scripts may take half an hour each, and the service waits longer. */
  private static final Duration LONGEST_RUN = Duration.ofHours(2);

  /** Once the job is known to have failed, its run has had its time. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(30);

  /** The first status is written right after the run began. */
  private static final Duration SAME_RUN = Duration.ofMinutes(15);

  private NewestStatus() {}

  static Evidence evidence(ExtensionStatus status, Outcome outcome) {
    return Evidence.of(ExtensionFacts.STATUS, phrase(status, String.valueOf(outcome.code())))
        .withExcerpt(("code " + outcome.code() + " " + outcome.message()).strip())
        .withPlace(status.file(), status.line())
        .withTime(status.at());
  }

  private static Phrase phrase(ExtensionStatus status, String code) {
    return status.sequence() == ExtensionStatus.UNTOLD
        ? Phrase.of("evidence.extension.status-in-text", "code", code)
        : Phrase.of(
            "evidence.extension.status", "number", String.valueOf(status.sequence()), "code", code);
  }

  static boolean isOfTheJob(ExtensionStatus status, Facts facts) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return window != null && window.contains(status.at());
  }

  static When when(ExtensionStatus status, Facts facts) {
    return isOfTheJob(status, facts) ? When.AT_FAILURE : When.NOW;
  }

  /** Too old for a run that still works; needs the reference time and that of the failure. */
  static boolean isStale(ExtensionStatus status, Facts facts) {
    Instant at = status.at();
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    if (at == null || now == null) {
      return false;
    }
    boolean over = failed != null && !failed.isBefore(at);
    return Duration.between(at, now).compareTo(over ? AFTER_FAILURE : LONGEST_RUN) >= 0;
  }

  /** Whether the log tells of the run that wrote the status. */
  static boolean isOf(ExtensionRun run, ExtensionStatus status) {
    Instant at = status.at();
    Instant start = run.start();
    return at != null
        && start != null
        && Duration.between(start, at).abs().compareTo(SAME_RUN) <= 0;
  }

  static Evidence endOf(ExtensionRun run, String text) {
    return Evidence.of(ExtensionFacts.RUN, Phrase.of(text))
        .withExcerpt(run.text())
        .withPlace(run.file(), run.line())
        .withTime(run.last());
  }
}
