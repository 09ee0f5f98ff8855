package io.github.backupdiag.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Ends of lines in bytes. */
public final class LineBreaks {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long BREAKS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;

  private LineBreaks() {}

  /** How many lines end in a range; eight bytes at a time. */
  static long count(byte[] bytes, int from, int to) {
    long count = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long other = (long) LONGS.get(bytes, at) ^ BREAKS;
      count += Long.bitCount(~((other & LOW) + LOW | other | LOW));
    }
    for (; at < to; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }

  /**
   * Finds the next end of a line.
   *
   * @param bytes bytes of a text
   * @param from offset to begin at
   * @param to offset behind the range
   * @return its offset, or the end of the range
   */
  public static int next(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Offset behind the last end of a line before an offset, or the begin of the range. */
  static int startOf(byte[] bytes, int from, int at) {
    int start = at;
    while (start > from && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Where a line begins behind the zeroes of a log that was emptied under its writer. */
  static int withoutNulls(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == 0) {
      at++;
    }
    return at;
  }
}
