package io.github.backupdiag.internal.intake.payload;

import java.util.Locale;
import java.util.Set;

/** What a record says of its own end. */
enum State {
  FAILED,
  FINE,
  /** Only an error in the record tells. */
  UNCLEAR;

  private static final Set<String> FAILURES =
      Set.of("failed", "failure", "error", "critical", "fired", "partiallyfailed", "timedout");
  private static final Set<String> SUCCESSES =
      Set.of(
          "completed",
          "succeeded",
          "success",
          "inprogress",
          "ok",
          "running",
          "started",
          "accepted",
          "active",
          "notstarted",
          "queued",
          "cancelling",
          "resolved",
          "healthy",
          "passed",
          "created",
          "irpending");

  static State of(String word) {
    String folded = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    return FAILURES.contains(folded) ? FAILED : SUCCESSES.contains(folded) ? FINE : UNCLEAR;
  }

  /** Decides with what else the record holds. */
  boolean isFailed(boolean holdsError) {
    return this == FAILED || (this == UNCLEAR && holdsError);
  }
}
