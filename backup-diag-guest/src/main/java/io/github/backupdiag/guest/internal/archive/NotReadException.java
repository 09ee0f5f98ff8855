package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;

/** Bytes that are not read for a reason that is known. The message is that reason, for people. */
public final class NotReadException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param reason a few words
   */
  public NotReadException(String reason) {
    super(reason);
  }
}
