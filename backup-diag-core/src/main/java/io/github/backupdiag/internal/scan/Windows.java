package io.github.backupdiag.internal.scan;

import java.util.List;

/**
 * Picks from each literal the few bytes that are looked for. Rare ones are picked, so that ordinary
 * lines are seldom compared; what is ordinary is counted in the literals themselves, by four bytes
 * at a time: that tells words apart, which pairs do not.
 */
final class Windows {

  /** The most bytes of a window: enough to be rare, few enough for a small table. */
  static final int LENGTH = 8;

  /** Bytes that are counted together, less the last. */
  private static final int BEFORE = 3;

  private static final int TABLE = 16;

  /** Knuth's: spreads neighbours. */
  private static final int SPREAD = 0x9e3779b1;

  private final Columns columns;

  /** How often four bytes occur; some share a place, which makes them look more ordinary. */
  private final int[] counts = new int[1 << TABLE];

  Windows(List<byte[]> literals, Columns columns) {
    this.columns = columns;
    for (byte[] literal : literals) {
      for (int at = BEFORE; at < literal.length; at++) {
        counts[place(literal, at)]++;
      }
    }
  }

  private int place(byte[] literal, int at) {
    int four = 0;
    for (int i = at - BEFORE; i <= at; i++) {
      four = (four << Columns.SHIFT) | columns.of(literal[i]);
    }
    return (four * SPREAD) >>> (Integer.SIZE - TABLE);
  }

  /** Gives where the window of a literal begins. */
  int of(byte[] literal) {
    long cost = 0;
    for (int at = BEFORE; at < Math.min(literal.length, LENGTH); at++) {
      cost += weight(literal, at);
    }
    long least = cost;
    int best = 0;
    for (int end = LENGTH; end < literal.length; end++) {
      cost += weight(literal, end) - weight(literal, end - LENGTH + BEFORE);
      if (cost < least) {
        least = cost;
        best = end - LENGTH + 1;
      }
    }
    return best;
  }

  /** Grows with how often the four bytes occur, like a logarithm and in whole numbers. */
  private int weight(byte[] literal, int at) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(counts[place(literal, at)]);
  }
}
