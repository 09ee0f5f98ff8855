package io.github.backupdiag;

import java.util.List;

/** Two extensions claim the same id, or one to be replaced does not exist. */
public final class ExtensionConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param conflicts one line each: the id, both classes and where they come from
   */
  public ExtensionConflictException(List<String> conflicts) {
    super(String.join(System.lineSeparator(), conflicts));
  }
}
