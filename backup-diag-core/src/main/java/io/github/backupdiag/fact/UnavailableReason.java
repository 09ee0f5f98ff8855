package io.github.backupdiag.fact;

/** Why something could not be seen. Not seeing is a value here, never an exception. */
public enum UnavailableReason {
  /** No registered probe provides the fact. */
  NO_PROBE,
  /** The system to look at was not connected (no Azure connection, no guest). */
  NOT_CONNECTED,
  /** The system refused: a missing role, not root, an access control list. */
  NOT_PERMITTED,
  /** The probe or the whole diagnosis ran out of time. */
  TIMED_OUT,
  /** The caller cancelled. */
  CANCELLED,
  /** A rate limit held the question back. */
  THROTTLED,
  /** The probe failed: an odd answer, a broken file, an exception. */
  FAILED,
  /** The source is a recording or a copy that never held it (a process list in a disk image). */
  NOT_RECORDED,
  /** It was seen, and taken out because it is secret. */
  REDACTED;

  /**
   * Tells whether a planned look ended early or was refused, so that the report is partial.
   *
   * @return true for a refusal, a time-out, a cancellation, a rate limit or a failure
   */
  public boolean leavesReportPartial() {
    return switch (this) {
      case NOT_PERMITTED, TIMED_OUT, CANCELLED, THROTTLED, FAILED -> true;
      case NO_PROBE, NOT_CONNECTED, NOT_RECORDED, REDACTED -> false;
    };
  }
}
