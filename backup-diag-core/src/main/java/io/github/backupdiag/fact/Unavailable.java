package io.github.backupdiag.fact;

import java.util.Objects;

/**
 * It could not be seen.
 *
 * @param <T> type of the value that was looked for
 * @param reason why not
 * @param detail technical detail: the path, the missing action and its scope, the error; may be
 *     empty
 */
public record Unavailable<T>(UnavailableReason reason, String detail) implements Observation<T> {

  /**
   * Checks that reason and detail are there.
   *
   * @param reason why not
   * @param detail technical detail, may be empty
   */
  public Unavailable {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(detail, "detail");
  }
}
