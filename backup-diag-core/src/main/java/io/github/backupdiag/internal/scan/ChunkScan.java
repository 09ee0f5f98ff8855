package io.github.backupdiag.internal.scan;

import io.github.backupdiag.internal.scan.RecordTimes.Head;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the hits of one chunk after the other, with lines counted from its first one. */
final class ChunkScan {

  /**
   * A hit of a chunk.
   *
   * @param hit the hit; its line counts from 0 in the chunk
   * @param record where its line begins if the head of its record stands above the chunk, else -1
   */
  record Draft(LineHit hit, long record) {

    Draft showing(UnaryOperator<LineHit> shown) {
      return new Draft(shown.apply(hit), record);
    }
  }

  /** Takes the hits of a chunk. */
  @FunctionalInterface
  interface Sink {
    void take(Draft draft);
  }

  private final Phrases phrases;
  private final int longest;
  private final Occurrences found = new Occurrences();
  private final LineMatcher matcher;
  private final RecordTimes times;

  private long lines;
  private int counted;

  ChunkScan(Phrases phrases, LineClock clock, int longest) {
    this.phrases = phrases;
    this.longest = longest;
    this.matcher = new LineMatcher(phrases, longest);
    this.times = new RecordTimes(clock, longest);
  }

  /**
   * Scans a chunk.
   *
   * @param chunk what to scan
   * @param longLine the line that goes on in this chunk or the next one
   * @param sink takes the hits in their order
   */
  void scan(Chunk chunk, LongLine longLine, Sink sink) {
    int to = Math.min(chunk.length, chunk.unfinished ? chunk.to + phrases.longest() : chunk.to);
    phrases.scan(chunk.bytes, chunk.from, to, found);
    times.begin(chunk);
    lines = 0;
    counted = chunk.from;
    int first = 0;
    while (first < found.count() && found.start(first) < chunk.to) {
      int start = LineBreaks.startOf(chunk.bytes, counted, found.start(first));
      int end = LineBreaks.next(chunk.bytes, found.start(first), chunk.length);
      int behind = behind(first, Math.min(end, chunk.to));
      lines += LineBreaks.count(chunk.bytes, counted, start);
      counted = start;
      boolean partly = isPart(chunk, start, end);
      report(
          chunk,
          start,
          partly
              ? longLine.matches(chunk, start, end, found, first, behind)
              : matcher.line(chunk.bytes, start, end, found, first, behind),
          partly ? longLine.start() : chunk.base + LineBreaks.withoutNulls(chunk.bytes, start, end),
          sink);
      first = behind;
    }
    endChunk(chunk, longLine);
  }

  private static boolean isPart(Chunk chunk, int start, int end) {
    return (chunk.continues && start == chunk.from) || (chunk.unfinished && end >= chunk.to);
  }

  private int behind(int first, int end) {
    int behind = first;
    while (behind < found.count() && found.start(behind) < end) {
      behind++;
    }
    return behind;
  }

  private void report(
      Chunk chunk, int start, List<LineMatcher.Match> matches, long lineStart, Sink sink) {
    if (matches.isEmpty()) {
      return;
    }
    Head head = times.upTo(start);
    Instant time = head == null ? null : head.forLine(lineStart, longest);
    for (LineMatcher.Match match : matches) {
      LineHit hit =
          new LineHit(
              match.phrase(),
              lines,
              chunk.base + match.start(),
              time,
              match.text(),
              match.values());
      sink.take(new Draft(hit, head == null ? lineStart : -1));
    }
  }

  private void endChunk(Chunk chunk, LongLine longLine) {
    lines += LineBreaks.count(chunk.bytes, counted, chunk.to);
    if (chunk.unfinished && !chunk.continues) {
      longLine.begins(chunk.base + chunk.from);
    }
  }

  /** How many lines ended in the chunk. */
  long lines() {
    return lines;
  }

  /** The last line of the chunk with a time, or null if there is none. */
  @Nullable Head lastHead() {
    return times.atEnd();
  }
}
