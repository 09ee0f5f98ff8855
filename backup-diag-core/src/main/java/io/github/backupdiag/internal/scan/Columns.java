package io.github.backupdiag.internal.scan;

import java.util.List;

/**
 * Columns of the table of transitions. Bytes share one on purpose, letters of both cases and all
 * digits, to keep the table in the cache of the processor: what it finds is compared anyway.
 */
final class Columns {

  /** How far a state's row is shifted. */
  static final int SHIFT = 6;

  private static final int MOST = 1 << SHIFT;

  private final int[] column = new int[256];
  private int used = 1;

  /** Gives each byte that occurs a column; all others share the first. */
  Columns(List<byte[]> literals) {
    for (byte[] literal : literals) {
      for (byte b : literal) {
        int kin = kin(b & 0xff);
        if (column[kin] == 0) {
          column[kin] = used < MOST ? used++ : MOST - 1;
        }
      }
    }
    for (int b = 0; b < column.length; b++) {
      column[b] = column[kin(b)];
    }
  }

  private static int kin(int b) {
    if (b >= '0' && b <= '9') {
      return '0';
    }
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  int of(byte b) {
    return column[b & 0xff];
  }

  /** Gives the column by byte; not to be changed. */
  int[] byByte() {
    return column;
  }
}
