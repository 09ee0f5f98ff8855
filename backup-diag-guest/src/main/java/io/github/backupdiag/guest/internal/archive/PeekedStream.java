package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/** A stream whose first bytes were looked at. What breaks off gives all that came before. */
final class PeekedStream extends FilterInputStream {

  private final byte[] head;
  private int at;

  private PeekedStream(InputStream in, byte[] head) {
    super(in);
    this.head = head;
  }

  static PeekedStream of(InputStream in) throws IOException {
    byte[] head = new byte[Format.HEAD];
    int filled = 0;
    try {
      int read = in.read(head, 0, head.length);
      while (read > 0) {
        filled += read;
        read = in.read(head, filled, head.length - filled);
      }
    } catch (EOFException | ZipException e) {
      if (filled == 0) {
        throw e;
      }
    }
    return new PeekedStream(in, Arrays.copyOf(head, filled));
  }

  byte[] head() {
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int left = Math.min(length, head.length - at);
    if (left <= 0) {
      return in.read(bytes, from, length);
    }
    System.arraycopy(head, at, bytes, from, left);
    at += left;
    return left;
  }

  @Override
  public long skip(long count) throws IOException {
    long left = Math.min(count, (long) head.length - at);
    if (left <= 0) {
      return in.skip(count);
    }
    at += (int) left;
    return left;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
