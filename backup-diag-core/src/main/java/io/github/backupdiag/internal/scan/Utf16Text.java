package io.github.backupdiag.internal.scan;

import java.io.IOException;
import java.io.InputStream;

/**
 * A text in UTF-16 as UTF-8, without a mark at its beginning. Halves of a pair that stand alone
 * become the replacement character. Not thread-safe.
 */
final class Utf16Text extends InputStream {

  private static final int BLOCK = 32 << 10;
  private static final int MARK = 0xfeff;
  private static final int REPLACEMENT = 0xfffd;

  /** Bytes of UTF-8 for two bytes of UTF-16, and what waited from before. */
  private static final int MOST_PER_BLOCK = BLOCK / 2 * 3 + 8;

  private final InputStream in;
  private final boolean highFirst;
  private final byte[] block = new byte[BLOCK];
  private int kept;
  private final byte[] out = new byte[MOST_PER_BLOCK];
  private int at;
  private int length;

  /** First half of a pair, or 0. */
  private int half;

  private boolean begun;
  private boolean ended;

  Utf16Text(InputStream in, boolean highFirst) {
    this.in = in;
    this.highFirst = highFirst;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    while (at == length) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(most, length - at);
    System.arraycopy(out, at, into, from, count);
    at += count;
    return count;
  }

  private void fill() throws IOException {
    at = 0;
    length = 0;
    int more = in.read(block, kept, BLOCK - kept);
    int units = (kept + Math.max(0, more)) / 2;
    for (int i = 0; i < units; i++) {
      int first = block[2 * i] & 0xff;
      int second = block[2 * i + 1] & 0xff;
      take(highFirst ? (first << 8) | second : (second << 8) | first);
    }
    int rest = kept + Math.max(0, more) - 2 * units;
    block[0] = block[rest == 0 ? 0 : 2 * units];
    kept = rest;
    if (more < 0) {
      ended = true;
      if (half != 0 || kept != 0) {
        put(REPLACEMENT);
      }
    }
  }

  private void take(int unit) {
    boolean mark = !begun && unit == MARK;
    begun = true;
    if (mark) {
      return;
    }
    if (half != 0) {
      int first = half;
      half = 0;
      if (Character.isLowSurrogate((char) unit)) {
        put(Character.toCodePoint((char) first, (char) unit));
        return;
      }
      put(REPLACEMENT);
    }
    if (Character.isHighSurrogate((char) unit)) {
      half = unit;
    } else {
      put(Character.isLowSurrogate((char) unit) ? REPLACEMENT : unit);
    }
  }

  private void put(int letter) {
    if (letter < 0x80) {
      out[length++] = (byte) letter;
    } else if (letter < 0x800) {
      out[length++] = (byte) (0xc0 | (letter >> 6));
      tail(letter);
    } else if (letter < 0x10000) {
      out[length++] = (byte) (0xe0 | (letter >> 12));
      tail(letter >> 6);
      tail(letter);
    } else {
      out[length++] = (byte) (0xf0 | (letter >> 18));
      tail(letter >> 12);
      tail(letter >> 6);
      tail(letter);
    }
  }

  private void tail(int bits) {
    out[length++] = (byte) (0x80 | (bits & 0x3f));
  }
}
