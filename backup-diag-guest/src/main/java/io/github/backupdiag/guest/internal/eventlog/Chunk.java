package io.github.backupdiag.guest.internal.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** One chunk of an event log, to whose begin all offsets in it count. */
final class Chunk {

  static final int SIZE = 1 << 16;

  private final ByteBuffer bytes;

  /**
   * Makes a chunk.
   *
   * @param file the whole log
   * @param from where the chunk begins
   */
  Chunk(byte[] file, int from) {
    int length = Math.min(SIZE, file.length - from);
    this.bytes = ByteBuffer.wrap(file, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  int length() {
    return bytes.limit();
  }

  int number8(int at) throws DamagedEventException {
    return bytes.get(checked(at, 1)) & 0xFF;
  }

  int number16(int at) throws DamagedEventException {
    return bytes.getShort(checked(at, Short.BYTES)) & 0xFFFF;
  }

  int number32(int at) throws DamagedEventException {
    return bytes.getInt(checked(at, Integer.BYTES));
  }

  long number64(int at) throws DamagedEventException {
    return bytes.getLong(checked(at, Long.BYTES));
  }

  byte[] bytes(int at, int length) throws DamagedEventException {
    byte[] piece = new byte[length < 0 || length > bytes.limit() ? 0 : length];
    bytes.get(checked(at, length), piece);
    return piece;
  }

  String text(int at, int characters) throws DamagedEventException {
    return text(at, characters * 2, StandardCharsets.UTF_16LE);
  }

  String text(int at, int length, Charset charset) throws DamagedEventException {
    return new String(bytes(at, length), charset);
  }

  private int checked(int at, int length) throws DamagedEventException {
    if (at < 0 || length < 0 || length > bytes.limit() - at) {
      throw new DamagedEventException("an event is cut off");
    }
    return at;
  }
}
