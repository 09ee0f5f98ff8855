package io.github.backupdiag.internal.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times of .NET: hundreds of nanoseconds since the year 1. */
final class Ticks {

  private static final long A_SECOND = 10_000_000;
  private static final long EPOCH = 62_135_596_800L;
  private static final Instant EARLIEST = Instant.parse("2010-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private Ticks() {}

  /** The time, or null if it is missing or absurd. */
  static @Nullable Instant time(@Nullable Long ticks) {
    if (ticks == null) {
      return null;
    }
    Instant time =
        Instant.ofEpochSecond(
            Math.floorDiv(ticks, A_SECOND) - EPOCH, Math.floorMod(ticks, A_SECOND) * 100);
    return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
  }
}
