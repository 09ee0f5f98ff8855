package io.github.backupdiag.internal.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Redacts a stream of bytes in whatever charset: bytes that belong to no secret come out as they
 * came in, also those that are no text. UTF-16 is told by its mark, or by the zeros of its letters.
 */
public final class RedactingOutput extends OutputStream {

  /** So much is looked at before the charset is decided. */
  private static final int LOOK = 512;

  private enum Width {
    BYTE,
    LITTLE_ENDIAN,
    BIG_ENDIAN
  }

  private final OutputStream target;
  private final StreamRedactor text;
  private final byte[] head = new byte[LOOK];
  private int headLength;
  private Width width = Width.BYTE;
  private boolean decided;
  private int half = -1;

  /**
   * Starts a stream.
   *
   * @param redactor numbers the secrets; may serve several streams, one after the other
   * @param target where the redacted bytes go; flushed by {@link #close}, not closed
   */
  public RedactingOutput(Redactor redactor, OutputStream target) {
    this.target = target;
    this.text = new StreamRedactor(redactor, new Bytes());
  }

  @Override
  public void write(int value) throws IOException {
    if (decided) {
      take(value & 0xff);
      return;
    }
    head[headLength++] = (byte) value;
    if (headLength == LOOK) {
      decide();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      write(bytes[i]);
    }
  }

  /** Writes what is left. */
  @Override
  public void close() throws IOException {
    if (!decided) {
      decide();
    }
    text.finish();
    // An odd byte at the end of UTF-16 is left out: it may be half a letter of a secret.
    target.flush();
  }

  private void decide() throws IOException {
    decided = true;
    width = width(Arrays.copyOf(head, headLength));
    for (int i = 0; i < headLength; i++) {
      take(head[i] & 0xff);
    }
  }

  private static Width width(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    if (begins(bytes, 0xff, 0xfe) || isWide(bytes.length, zeros[1], zeros[0])) {
      return Width.LITTLE_ENDIAN;
    }
    return begins(bytes, 0xfe, 0xff) || isWide(bytes.length, zeros[0], zeros[1])
        ? Width.BIG_ENDIAN
        : Width.BYTE;
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  /** One half of most letters is zero, the other one hardly ever. */
  private static boolean isWide(int length, int zerosHere, int zerosThere) {
    return zerosHere > length / 5 && zerosThere <= length / 40;
  }

  private void take(int value) throws IOException {
    if (width == Width.BYTE) {
      text.append((char) value);
    } else if (half < 0) {
      half = value;
    } else {
      text.append((char) (width == Width.LITTLE_ENDIAN ? half | value << 8 : half << 8 | value));
      half = -1;
    }
  }

  /** Turns characters back into the bytes that they stand for. */
  private final class Bytes implements Appendable {

    @Override
    public Appendable append(CharSequence part) throws IOException {
      return append(part, 0, part.length());
    }

    @Override
    public Appendable append(CharSequence part, int start, int end) throws IOException {
      for (int i = start; i < end; i++) {
        append(part.charAt(i));
      }
      return this;
    }

    @Override
    public Appendable append(char c) throws IOException {
      if (width == Width.BIG_ENDIAN) {
        target.write(c >> 8);
      }
      target.write(c);
      if (width == Width.LITTLE_ENDIAN) {
        target.write(c >> 8);
      }
      return this;
    }
  }
}
