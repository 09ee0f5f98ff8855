package io.github.backupdiag.guest.internal.eventlog;

/** A place in an event log that cannot be what it should be. */
final class DamagedEventException extends Exception {

  private static final long serialVersionUID = 1;

  DamagedEventException(String message) {
    super(message);
  }
}
