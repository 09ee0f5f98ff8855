package io.github.backupdiag.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A text as UTF-8 whose lines end with a line feed, whatever it was: UTF-16 with or without a mark
 * of its order, or a text that knows carriage returns only. Its beginning decides.
 */
final class PlainText extends InputStream {

  private static final int LOOKED_AT = 64 << 10;
  private static final int PAIRS_LOOKED_AT = 2048;

  private final InputStream in;
  private final byte[] head = new byte[LOOKED_AT];
  private int at;
  private int length;
  private @Nullable IOException damage;

  private PlainText(InputStream in) {
    this.in = in;
  }

  static InputStream of(InputStream in) {
    PlainText text = new PlainText(in);
    text.look();
    int order = text.byteOrder();
    if (order != 0) {
      return new Utf16Text(text, order > 0);
    }
    if (text.startsWith(0xef, 0xbb, 0xbf)) {
      text.at = 3;
    }
    return text.hasReturnsOnly() ? new ReturnsText(text) : text;
  }

  private void look() {
    try {
      while (length < head.length) {
        int more = in.read(head, length, head.length - length);
        if (more < 0) {
          break;
        }
        length += more;
      }
    } catch (IOException e) {
      damage = e;
    }
  }

  private boolean startsWith(int... bytes) {
    if (length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Above 0 if the high byte comes first, below if it comes last, 0 if it is not UTF-16. */
  private int byteOrder() {
    if (startsWith(0xff, 0xfe)) {
      return -1;
    }
    return startsWith(0xfe, 0xff) ? 1 : byZeroes();
  }

  /** A log is mostly ASCII, so that in UTF-16 every other byte is zero; two in a row are a hole. */
  private int byZeroes() {
    int first = 0;
    int second = 0;
    int neither = 0;
    for (int i = 0; i + 1 < length && first + second + neither < PAIRS_LOOKED_AT; i += 2) {
      if (head[i] == 0 && head[i + 1] != 0) {
        first++;
      } else if (head[i] != 0 && head[i + 1] == 0) {
        second++;
      } else if (head[i] != 0) {
        neither++;
      }
    }
    int zero = Math.max(first, second);
    boolean utf16 = zero > 1 && zero > neither / 2 && Math.min(first, second) <= zero / 8;
    return !utf16 ? 0 : first > second ? 1 : -1;
  }

  private boolean hasReturnsOnly() {
    boolean returns = false;
    for (int i = 0; i < length; i++) {
      if (head[i] == '\n') {
        return false;
      }
      returns |= head[i] == '\r' && i + 1 < length;
    }
    return returns;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (at < length) {
      int count = Math.min(most, length - at);
      System.arraycopy(head, at, into, from, count);
      at += count;
      return count;
    }
    if (damage != null) {
      throw damage;
    }
    return in.read(into, from, most);
  }
}
