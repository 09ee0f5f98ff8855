package io.github.backupdiag.guest.internal.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of an event log, of which only the head has been read. */
public final class EventRecord {

  /** Seconds from 1601, where Windows begins to count, to 1970. */
  private static final long TO_1970 = 11_644_473_600L;

  private static final long TICKS = 10_000_000;
  private static final int HEAD = 24;

  private final Chunk chunk;
  private final int from;
  private final int to;
  private final long number;
  private final Instant written;

  EventRecord(Chunk chunk, int from, int size) throws DamagedEventException {
    this.chunk = chunk;
    this.from = from + HEAD;
    this.to = from + size - Integer.BYTES;
    this.number = chunk.number64(from + 8);
    this.written = time(chunk.number64(from + 16));
  }

  static Instant time(long ticks) {
    return Instant.ofEpochSecond(
        Math.floorDiv(ticks, TICKS) - TO_1970, Math.floorMod(ticks, TICKS) * 100);
  }

  /**
   * Gives the number of the entry.
   *
   * @return higher for a newer entry of the log
   */
  public long number() {
    return number;
  }

  /**
   * Tells when the entry was written.
   *
   * @return the time (UTC)
   */
  public Instant written() {
    return written;
  }

  /**
   * Writes the entry as {@code wevtutil} does.
   *
   * @return its XML, or null if it is damaged
   */
  public @Nullable String xml() {
    try {
      return new BinaryXml(chunk).text(from, to);
    } catch (DamagedEventException e) {
      return null;
    }
  }
}
