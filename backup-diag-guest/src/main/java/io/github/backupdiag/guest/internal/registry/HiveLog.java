package io.github.backupdiag.guest.internal.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a hive that are not in it yet, from its logs {@code .LOG1} and {@code .LOG2} in the
 * form that Windows uses since 8.1 and Server 2012 R2 ({@code HvLE}). An older log, and entries
 * behind one that is damaged, give nothing. Immutable.
 */
public final class HiveLog {

  private static final int MAGIC = 0x454C7648;
  private static final int SECTOR = 512;
  private static final int HEAD = 40;
  private static final int BINS = 4096;
  private static final int MOST_PAGES = 1 << 16;

  private final Map<Integer, Entry> entries = new TreeMap<>();

  private HiveLog() {}

  /** A change of some pages, under the number that follows that of the change before. */
  private record Entry(int number, List<Page> pages) {}

  /** A piece of a log that belongs into the hive. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Page(long place, byte[] log, int at, int length) {}

  /**
   * Reads the logs of a hive.
   *
   * @param logs their bytes, not changed afterwards
   * @return what is sound in them
   */
  public static HiveLog of(List<byte[]> logs) {
    HiveLog all = new HiveLog();
    for (byte[] log : logs) {
      int at = SECTOR;
      int size = all.add(log, at);
      while (size > 0) {
        at += size;
        size = all.add(log, at);
      }
    }
    return all;
  }

  /** Gives the pages of the entries from a number on, up to the first that is missing. */
  List<Page> from(int number) {
    List<Page> pages = new ArrayList<>();
    int next = number;
    for (Entry entry = entries.get(next); entry != null; entry = entries.get(next)) {
      pages.addAll(entry.pages());
      next++;
    }
    return pages;
  }

  /** Gives the room that the entry takes, or 0 if there is none. */
  private int add(byte[] log, int at) {
    ByteBuffer bytes = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
    if (at > log.length - HEAD || bytes.getInt(at) != MAGIC) {
      return 0;
    }
    int size = bytes.getInt(at + 4);
    if (size < HEAD || size > log.length - at || !isSound(bytes, log, at, size)) {
      return 0;
    }
    List<Page> pages = pages(bytes, log, at, size);
    if (pages == null) {
      return 0;
    }
    int number = bytes.getInt(at + 12);
    entries.putIfAbsent(number, new Entry(number, pages));
    return (size + SECTOR - 1) / SECTOR * SECTOR;
  }

  private static boolean isSound(ByteBuffer bytes, byte[] log, int at, int size) {
    return bytes.getInt(at + 16) % BINS == 0
        && bytes.getLong(at + 24) == Marvin.hash(Marvin.OF_LOGS, log, at + HEAD, size - HEAD)
        && bytes.getLong(at + 32) == Marvin.hash(Marvin.OF_LOGS, log, at, 32);
  }

  private static @Nullable List<Page> pages(ByteBuffer bytes, byte[] log, int at, int size) {
    int count = bytes.getInt(at + 20);
    if (count < 0 || count > MOST_PAGES || count > (size - HEAD) / 8) {
      return null;
    }
    List<Page> pages = new ArrayList<>();
    int data = at + HEAD + count * 8;
    for (int i = 0; i < count; i++) {
      int place = bytes.getInt(at + HEAD + i * 8);
      int length = bytes.getInt(at + HEAD + i * 8 + 4);
      if (place < 0 || length < 0 || length > at + size - data) {
        return null;
      }
      pages.add(new Page((long) BINS + place, log, data, length));
      data += length;
    }
    return pages;
  }
}
