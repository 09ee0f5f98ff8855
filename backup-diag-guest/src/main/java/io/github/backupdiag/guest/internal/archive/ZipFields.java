package io.github.backupdiag.guest.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Numbers and names in the headers of a zip archive (APPNOTE.TXT of PKWARE, section 4). */
final class ZipFields {

  static final int LOCAL = 0x04034b50;
  static final int CENTRAL = 0x02014b50;
  static final int END = 0x06054b50;
  static final int END_64 = 0x06064b50;
  static final int LOCATOR_64 = 0x07064b50;
  static final int DESCRIPTOR = 0x08074b50;
  static final int LOCAL_LENGTH = 30;

  static final int ENCRYPTED = 1;
  static final int SIZES_BEHIND = 1 << 3;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int BIG_SIZES = 1;

  private ZipFields() {}

  static ByteBuffer read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static ByteBuffer read(ByteSource source, long from, int length) throws IOException {
    try (InputStream in = source.open(from)) {
      return read(in, length);
    }
  }

  static int u16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  static long u32(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }

  /** Not every program that writes UTF-8 says so; what is none is of a code page nobody names. */
  static String name(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * Replaces numbers that had no room by those of the extra field, in their order.
   *
   * @param numbers those that the header has
   */
  static void takeBig(ByteBuffer extra, long... numbers) {
    int at = 0;
    while (at + 4 <= extra.limit()) {
      int length = u16(extra, at + 2);
      if (u16(extra, at) == BIG_SIZES) {
        int next = at + 4;
        int end = Math.min(extra.limit(), next + length);
        for (int i = 0; i < numbers.length && next + 8 <= end; i++) {
          if (numbers[i] == 0xFFFFFFFFL) {
            numbers[i] = extra.getLong(next);
            next += 8;
          }
        }
        return;
      }
      at += 4 + length;
    }
  }
}
