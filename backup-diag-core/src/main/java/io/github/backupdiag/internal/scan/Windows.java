package io.github.backupdiag.internal.scan;

import java.util.List;

/**
 * Picks from each literal the few bytes that are looked for. Rare ones are picked, so that ordinary
 * lines are seldom compared; what is ordinary is counted in the literals themselves.
 */
final class Windows {

  /** The most bytes of a window: enough to be rare, few enough for a small table. */
  static final int LENGTH = 8;

  private final Columns columns;
  private final int[] pairs = new int[1 << (2 * Columns.SHIFT)];

  Windows(List<byte[]> literals, Columns columns) {
    this.columns = columns;
    for (byte[] literal : literals) {
      for (int at = 1; at < literal.length; at++) {
        pairs[pair(literal, at)]++;
      }
    }
  }

  private int pair(byte[] literal, int at) {
    return columns.of(literal[at - 1]) << Columns.SHIFT | columns.of(literal[at]);
  }

  /** Gives where the window of a literal begins. */
  int of(byte[] literal) {
    long cost = 0;
    for (int at = 1; at < Math.min(literal.length, LENGTH); at++) {
      cost += weight(literal, at);
    }
    long least = cost;
    int best = 0;
    for (int end = LENGTH; end < literal.length; end++) {
      cost += weight(literal, end) - weight(literal, end - LENGTH + 1);
      if (cost < least) {
        least = cost;
        best = end - LENGTH + 1;
      }
    }
    return best;
  }

  /** Grows with how often a pair occurs, like a logarithm and in whole numbers. */
  private int weight(byte[] literal, int at) {
    return 32 - Integer.numberOfLeadingZeros(pairs[pair(literal, at)]);
  }
}
