package io.github.backupdiag.diagnostic;

/** The time a verdict speaks of. */
public enum When {
  /** The window of the failed job. */
  AT_FAILURE,
  /** The present, or the moment at which a copy was made. */
  NOW
}
