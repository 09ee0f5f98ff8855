package io.github.backupdiag.internal.scan;

/**
 * What found literals of a line cover. They come by their starts, the longest first. Not
 * thread-safe.
 */
final class Cover {

  /** Ends behind the end of no literal. */
  private static final long NOTHING = -1;

  private long start = NOTHING;
  private long end = NOTHING;

  /** Farthest end of those that start before. */
  private long endBefore = NOTHING;

  void clear() {
    start = NOTHING;
    end = NOTHING;
    endBefore = NOTHING;
  }

  void add(long from, long to) {
    if (from != start) {
      endBefore = Math.max(endBefore, end);
      start = from;
      end = to;
    } else {
      end = Math.max(end, to);
    }
  }

  /** True if a longer one covers all of this. */
  boolean hides(long from, long to) {
    return from == start ? endBefore >= to || end > to : endBefore >= to || end >= to;
  }
}
