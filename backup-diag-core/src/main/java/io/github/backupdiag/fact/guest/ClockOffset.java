package io.github.backupdiag.fact.guest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the guest's clock was from another clock.
 *
 * @param ahead how far the guest's clock was ahead; negative if it was behind
 * @param source where it was seen: an address or a file
 * @param line line of the file from 1, or 0 if there is none or it is not known
 * @param at when by the guest's clock (UTC), or null if unknown
 * @param text the header or line that tells it
 */
public record ClockOffset(
    Duration ahead, String source, long line, @Nullable Instant at, String text) {

  /** Beyond this signed addresses and certificates fail (checks.json, guest.any.clock). */
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /**
   * Tells whether the clocks are too far apart.
   *
   * @return true beyond {@link #LIMIT} in either direction
   */
  public boolean isSkewed() {
    return ahead.abs().compareTo(LIMIT) > 0;
  }
}
