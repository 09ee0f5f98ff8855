package io.github.backupdiag.guest.internal.registry;

import io.github.backupdiag.guestaccess.RegistryValue;
import io.github.backupdiag.internal.parse.RegistryData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Values of the keys of a hive ({@code vk}), with their data in place, in a cell or in several. */
final class HiveValues {

  private static final int FIXED = 20;
  private static final int LONGEST_NAME = 2 * 16383;
  private static final int NARROW = 1;
  private static final int IN_PLACE = 0x80000000;

  /** Data above this is kept in several cells since version 1.4 of the format. */
  private static final int SEGMENT = 16344;

  private static final int MOST = 1 << 19;

  private final HiveCells cells;

  HiveValues(HiveCells cells) {
    this.cells = cells;
  }

  RegistryValue at(int offset) throws IOException {
    Cell cell = cells.at(offset, FIXED + LONGEST_NAME);
    if (!cell.is("vk")) {
      throw new DamagedHiveException("a value is none");
    }
    boolean narrow = (cell.number16(16) & NARROW) != 0;
    String name = cell.text(FIXED, cell.number16(2), narrow);
    return RegistryData.value(name, cell.number32(12), data(cell));
  }

  private byte[] data(Cell value) throws IOException {
    int size = value.number32(4);
    if ((size & IN_PLACE) != 0) {
      int length = size & ~IN_PLACE;
      if (length > Integer.BYTES) {
        throw new DamagedHiveException("data in place is too long");
      }
      return value.bytes(8, length);
    }
    if (size > MOST) {
      throw new DamagedHiveException("data is longer than is read");
    }
    if (size == 0) {
      return new byte[0];
    }
    Cell cell = cells.at(value.number32(8), Math.max(size, 12));
    return size > SEGMENT && cell.is("db") ? segments(cell, size) : cell.bytes(0, size);
  }

  private byte[] segments(Cell head, int size) throws IOException {
    int count = head.number16(2);
    Cell list = cells.whole(head.number32(4));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count && all.size() < size; i++) {
      int part = Math.min(SEGMENT, size - all.size());
      all.writeBytes(cells.at(list.number32(i * Integer.BYTES), part).bytes(0, part));
    }
    if (all.size() < size) {
      throw new DamagedHiveException("data lacks a part");
    }
    return all.toByteArray();
  }
}
