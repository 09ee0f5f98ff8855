package io.github.backupdiag.fact;

import java.util.Objects;

/**
 * Somebody looked, and it is not there.
 *
 * @param <T> type of the value that was looked for
 * @param source where it was looked for: a path, a command, a resource id
 */
public record Absent<T>(String source) implements Observation<T> {

  /**
   * Checks that the source is there.
   *
   * @param source where it was looked for
   */
  public Absent {
    Objects.requireNonNull(source, "source");
  }
}
