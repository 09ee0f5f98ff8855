package io.github.backupdiag.internal.intake.payload;

/** What a piece of text is good for. */
public enum Role {
  /** The value of a field that holds a code, a number or a name. */
  ERROR_CODE,
  /** What a service says of a failure. */
  MESSAGE,
  /** What somebody is told to do; never evidence of an error. */
  RECOMMENDATION,
  /** Any other text of a record, such as a log in a string. */
  DETAIL,
  /** Text that belongs to no record. */
  FREE
}
