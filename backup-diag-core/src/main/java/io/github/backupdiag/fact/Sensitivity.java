package io.github.backupdiag.fact;

/** How a fact must be treated before it is stored or shown. */
public enum Sensitivity {
  /** May be stored and shown as it is, once known secrets were cut out of its texts. */
  NORMAL,
  /**
   * Names a customer's thing (host, subscription, user); replaced when pseudonyms are asked for.
   */
  IDENTIFIER,
  /** Never stored: the engine keeps {@link UnavailableReason#REDACTED} in its place. */
  SECRET
}
