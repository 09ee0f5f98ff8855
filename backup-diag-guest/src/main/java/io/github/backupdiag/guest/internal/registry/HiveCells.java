package io.github.backupdiag.guest.internal.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a hive by their offset, and lists of offsets. What is read is bounded, so that
 * circles and lying sizes end as damage.
 */
final class HiveCells {

  /** The bins, to whose begin all offsets count, lie behind the base block. */
  private static final int BINS = 4096;

  private static final int MOST_OF_CELL = 1 << 20;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_LISTS = 4096;
  private static final int SIZE = 4;

  private final HiveBytes bytes;
  private long read;

  HiveCells(HiveBytes bytes) {
    this.bytes = bytes;
  }

  /** Reads the begin of a cell. */
  Cell at(int offset, int most) throws IOException {
    if (offset < 0) {
      throw new DamagedHiveException("a cell lies outside");
    }
    Cell head = new Cell(bytes.read((long) BINS + offset, SIZE));
    int size = -head.number32(0);
    if (size <= SIZE) {
      throw new DamagedHiveException("a cell is not in use");
    }
    int length = Math.min(size - SIZE, Math.min(most, MOST_OF_CELL));
    read += SIZE + length;
    if (read > MOST_BYTES) {
      throw new DamagedHiveException("more cells than a hive can have");
    }
    return new Cell(bytes.read((long) BINS + offset + SIZE, length));
  }

  Cell whole(int offset) throws IOException {
    return at(offset, MOST_OF_CELL);
  }

  /** Offsets of the subkeys in a list ({@code lf}, {@code lh}, {@code li}) or list of lists. */
  List<Integer> subkeys(int list) throws IOException {
    Cell cell = whole(list);
    if (!cell.is("ri")) {
      return elements(cell);
    }
    List<Integer> all = new ArrayList<>();
    int lists = cell.number16(2);
    if (lists > MOST_LISTS) {
      throw new DamagedHiveException("a list has too many lists");
    }
    for (int i = 0; i < lists; i++) {
      all.addAll(elements(whole(cell.number32(SIZE + i * SIZE))));
    }
    return all;
  }

  private static List<Integer> elements(Cell cell) throws DamagedHiveException {
    boolean hashed = cell.is("lf") || cell.is("lh");
    if (!hashed && !cell.is("li")) {
      throw new DamagedHiveException("a list of subkeys is none");
    }
    List<Integer> offsets = new ArrayList<>();
    int count = cell.number16(2);
    for (int i = 0; i < count; i++) {
      offsets.add(cell.number32(SIZE + i * (hashed ? 2 * SIZE : SIZE)));
    }
    return offsets;
  }
}
