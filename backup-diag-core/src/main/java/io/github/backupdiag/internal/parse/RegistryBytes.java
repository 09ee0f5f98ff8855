package io.github.backupdiag.internal.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of a {@code REG_BINARY}, which come as hexadecimal. */
final class RegistryBytes {

  private RegistryBytes() {}

  /** Up to the first pair that is no number; with the byte order of Windows. */
  static ByteBuffer of(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    int size = 0;
    while (size < bytes.length) {
      int high = Character.digit(hex.charAt(2 * size), 16);
      int low = Character.digit(hex.charAt(2 * size + 1), 16);
      if (high < 0 || low < 0) {
        break;
      }
      bytes[size++] = (byte) (high << 4 | low);
    }
    return ByteBuffer.wrap(bytes, 0, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes so many bytes, or none if there are fewer. */
  static byte[] take(ByteBuffer from, int length) {
    if (length < 0 || length > from.remaining()) {
      from.position(from.limit());
      return new byte[0];
    }
    byte[] taken = new byte[length];
    from.get(taken);
    return taken;
  }
}
