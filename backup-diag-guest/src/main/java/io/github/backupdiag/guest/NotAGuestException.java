package io.github.backupdiag.guest;

import java.io.IOException;

/**
 * A file or a directory was given as the copy or bundle of a guest and is none. The message is one
 * line for people: its name, what is wrong with it and what to give instead.
 */
public final class NotAGuestException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * Makes the exception.
   *
   * @param message the file or directory, what is wrong, what to do
   */
  public NotAGuestException(String message) {
    super(message);
  }
}
