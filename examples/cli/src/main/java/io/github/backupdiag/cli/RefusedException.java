package io.github.backupdiag.cli;

/** The command line or an input was refused. The message is the one line the user sees. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
