package io.github.backupdiag.internal.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the time at the beginning of a line. Thread-safe. */
@FunctionalInterface
public interface LineClock {

  /** The line carries no time: it belongs to the record above. */
  Instant NONE = Instant.MIN;

  /**
   * Reads a line.
   *
   * @param bytes bytes that hold it
   * @param from its first byte
   * @param to offset behind its last byte
   * @return its time (UTC); {@link #NONE} if it carries none; null if it carries one that cannot be
   *     trusted
   */
  @Nullable Instant read(byte[] bytes, int from, int to);
}
