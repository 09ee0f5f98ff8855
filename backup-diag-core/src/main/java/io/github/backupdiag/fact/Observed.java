package io.github.backupdiag.fact;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The thing was seen.
 *
 * @param <T> type of the value
 * @param value what was seen, immutable
 * @param source where it was seen: a path, a command, a resource id; empty when unknown
 * @param at when it was true according to the source (UTC), or null when the source gives no time
 */
public record Observed<T>(T value, String source, @Nullable Instant at) implements Observation<T> {

  /**
   * Checks that value and source are there.
   *
   * @param value what was seen, immutable
   * @param source where it was seen
   * @param at when it was true (UTC), or null
   */
  public Observed {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }
}
