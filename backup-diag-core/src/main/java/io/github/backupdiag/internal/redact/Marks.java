package io.github.backupdiag.internal.redact;

/**
 * Places in a text at which it may be cut, followed through a redaction. A place inside something
 * hidden is lost; the first one, where the output goes on, then moves to the token instead.
 */
final class Marks {

  private final int[] places;
  private int seen;
  private int shift;
  private boolean firstHidden;

  /** Ascending; the first is where the output goes on. */
  Marks(int[] places) {
    this.places = places;
  }

  /** Starts a round of redaction. */
  void begin() {
    seen = 0;
    shift = 0;
  }

  /** Tells of the next part that is replaced, in ascending order. */
  void replaced(int from, int to, int newLength) {
    while (seen < places.length && places[seen] <= from) {
      move(seen++, shift);
    }
    while (seen < places.length && places[seen] < to) {
      firstHidden |= seen == 0;
      places[seen] = seen == 0 ? from + shift : -1;
      seen++;
    }
    shift += newLength - (to - from);
  }

  /** Ends a round. */
  void end() {
    while (seen < places.length) {
      move(seen++, shift);
    }
  }

  private void move(int index, int by) {
    if (places[index] >= 0) {
      places[index] += by;
    }
  }

  int first() {
    return places[0];
  }

  /** Whether something is hidden on both sides of the first place. */
  boolean isFirstHidden() {
    return firstHidden;
  }

  /** Index of the last place that is left behind the first one, or 0. */
  int last() {
    int last = places.length - 1;
    while (last > 0 && places[last] < 0) {
      last--;
    }
    return last;
  }

  int at(int index) {
    return places[index];
  }
}
