package io.github.backupdiag.diagnostic;

/** How sure a confirmation is. */
public enum Confidence {
  /** The cause itself was seen. */
  CERTAIN,
  /** Its trace was seen, such as a log line that agrees with a state. */
  LIKELY
}
