package io.github.backupdiag.internal.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time of lines whose record begins above them. Lines come in their order, so that
 * nothing is read twice. Not thread-safe.
 */
final class RecordTimes {

  /**
   * The last line with a time.
   *
   * @param time its time, or null if it cannot be trusted
   * @param place where it stands in the whole text
   */
  record Head(@Nullable Instant time, long place) {

    static final Head NONE = new Head(null, 0);

    /** The time that holds for a line below. */
    @Nullable Instant forLine(long place, int longest) {
      return place - this.place <= longest ? time : null;
    }
  }

  private final LineClock clock;
  private final int longest;
  private Chunk chunk = new Chunk(0);
  private int seen;
  private @Nullable Head head;

  RecordTimes(LineClock clock, int longest) {
    this.clock = clock;
    this.longest = longest;
  }

  void begin(Chunk next) {
    chunk = next;
    seen = next.from;
    head = null;
  }

  /**
   * The last line with a time up to a line; null if none was found in the chunk.
   *
   * @param line where the line begins
   */
  @Nullable Head upTo(int line) {
    int lowest = Math.max(seen, line - longest);
    int start = line;
    int below = line;
    while (start >= chunk.from && below >= lowest && !isRead(start)) {
      below = start;
      start = start > chunk.from ? LineBreaks.startOf(chunk.bytes, chunk.from, start - 1) : -1;
    }
    seen = line + 1;
    return head;
  }

  /** Looks at the last lines of the chunk, for those of the next one. */
  @Nullable Head atEnd() {
    int line = LineBreaks.startOf(chunk.bytes, chunk.from, Math.max(chunk.from, chunk.to - 1));
    return line >= seen && chunk.to > chunk.from ? upTo(line) : head;
  }

  private boolean isRead(int start) {
    if (start == chunk.from && chunk.continues) {
      return false;
    }
    int text = LineBreaks.withoutNulls(chunk.bytes, start, chunk.length);
    int end = LineBreaks.next(chunk.bytes, text, Math.min(chunk.length, text + longest));
    Instant time = clock.read(chunk.bytes, text, end);
    if (LineClock.NONE.equals(time)) {
      return false;
    }
    head = new Head(time, chunk.base + text);
    return true;
  }
}
