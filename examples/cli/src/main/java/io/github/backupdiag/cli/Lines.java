package io.github.backupdiag.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of bytes, one at a time; what is too long is passed over without being kept. */
final class Lines {

  private final InputStream in;
  private final int mostBytes;
  private final byte[] buffer = new byte[1 << 16];
  private final Line line = new Line();
  private int from;
  private int to;
  private boolean ended;

  Lines(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Reads the next line; false at the end. */
  boolean next() throws IOException {
    line.clear();
    boolean any = false;
    while (fill()) {
      any = true;
      int end = endOfLine();
      line.add(buffer, from, end - from, mostBytes);
      boolean complete = end < to;
      from = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    return any;
  }

  /** Tells whether the line is longer than allowed; then its bytes are not there. */
  boolean isTooLong() {
    return line.tooLong;
  }

  byte[] bytes() {
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    if (from == to && !ended) {
      from = 0;
      to = Math.max(0, in.read(buffer));
      ended = to == 0;
    }
    return from < to;
  }

  private int endOfLine() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private static final class Line extends ByteArrayOutputStream {

    private static final int KEPT_BYTES = 1 << 16;

    private boolean tooLong;

    void clear() {
      reset();
      tooLong = false;
      if (buf.length > KEPT_BYTES) {
        buf = new byte[KEPT_BYTES];
      }
    }

    void add(byte[] bytes, int start, int length, int mostBytes) {
      tooLong |= count + length > mostBytes;
      if (!tooLong) {
        write(bytes, start, length);
      }
    }
  }
}
