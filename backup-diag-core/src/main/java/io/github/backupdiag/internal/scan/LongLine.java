package io.github.backupdiag.internal.scan;

import java.util.ArrayList;
import java.util.List;

/** A line longer than a chunk, followed from chunk to chunk in their order. Not thread-safe. */
final class LongLine {

  private final LineMatcher matcher;
  private long start;
  private boolean open;

  LongLine(Phrases phrases, int longest) {
    this.matcher = new LineMatcher(phrases, longest);
  }

  /** A line that does not end in its chunk begins here, whether or not it holds anything. */
  void begins(long place) {
    if (!open || start != place) {
      matcher.newLine();
    }
    start = place;
    open = true;
  }

  long start() {
    return start;
  }

  /** What this part of the line holds that no part before did. */
  List<LineMatcher.Match> matches(
      Chunk chunk, int from, int end, Occurrences found, int first, int behind) {
    if (!chunk.continues) {
      begins(chunk.base + from);
    }
    List<LineMatcher.Match> matches = new ArrayList<>();
    matcher.at(chunk.bytes, chunk.base, chunk.continues ? 0 : from, end, false);
    for (int i = first; i < behind; i++) {
      LineMatcher.Match match = matcher.match(found.start(i), found.literal(i));
      if (match != null) {
        matches.add(match);
      }
    }
    return matches;
  }
}
