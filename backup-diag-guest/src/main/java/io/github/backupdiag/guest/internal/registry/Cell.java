package io.github.backupdiag.guest.internal.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a cell of a hive holds, behind its size. Reading past its end is damage. */
final class Cell {

  private final byte[] bytes;

  Cell(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  boolean is(String signature) {
    return bytes.length >= 2 && bytes[0] == signature.charAt(0) && bytes[1] == signature.charAt(1);
  }

  int number16(int at) throws DamagedHiveException {
    check(at, 2);
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  int number32(int at) throws DamagedHiveException {
    return number16(at) | number16(at + 2) << 16;
  }

  byte[] bytes(int at, int length) throws DamagedHiveException {
    check(at, length);
    return Arrays.copyOfRange(bytes, at, at + length);
  }

  String text(int at, int length, boolean narrow) throws DamagedHiveException {
    return new String(
        bytes(at, length), narrow ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
  }

  private void check(int at, int length) throws DamagedHiveException {
    if (at < 0 || length < 0 || length > bytes.length - at) {
      throw new DamagedHiveException("a cell is too short");
    }
  }
}
