package io.github.backupdiag.internal.scan;

import java.util.Arrays;

/**
 * Where literals stand: by their starts, and of those that start at one place first the one with
 * the lowest number. Made for being filled again and again. Not thread-safe.
 */
public final class Occurrences {

  private static final int FEW = 64;

  /** Start and number of each literal, in one number that sorts by the start. */
  private long[] places = new long[FEW];

  private int count;

  /** Starts empty. */
  public Occurrences() {}

  void clear() {
    count = 0;
  }

  void add(int start, int literal) {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    places[count++] = (long) start << Integer.SIZE | literal;
  }

  void sort() {
    Arrays.sort(places, 0, count);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Offset of the first byte of an occurrence. */
  public int start(int index) {
    return (int) (places[index] >> Integer.SIZE);
  }

  /** Number of its literal in the list the scanner was made of. */
  public int literal(int index) {
    return (int) places[index];
  }
}
