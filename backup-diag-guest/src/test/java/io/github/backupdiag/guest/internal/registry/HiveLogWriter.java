package io.github.backupdiag.guest.internal.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes logs of hives after the description of the format. */
public final class HiveLogWriter {

  private static final int BINS = 4096;

  private HiveLogWriter() {}

  /** Makes a log of entries. */
  public static byte[] log(byte[]... entries) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(Arrays.copyOf("regf".getBytes(StandardCharsets.US_ASCII), 512));
    for (byte[] entry : entries) {
      log.writeBytes(entry);
    }
    return log.toByteArray();
  }

  /** Makes the entry that turns one hive into another. */
  public static byte[] entry(int number, byte[] before, byte[] after) {
    List<Integer> pages = new ArrayList<>();
    for (int at = BINS; at < after.length; at += BINS) {
      byte[] page = Arrays.copyOfRange(after, at, at + BINS);
      boolean same =
          at < before.length && Arrays.equals(page, Arrays.copyOfRange(before, at, at + BINS));
      if (!same) {
        pages.add(at);
      }
    }
    int length = 40 + pages.size() * (8 + BINS);
    int size = (length + 511) / 512 * 512;
    ByteBuffer entry = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    entry.put("HvLE".getBytes(StandardCharsets.US_ASCII)).putInt(size).putInt(0).putInt(number);
    entry.putInt(after.length - BINS).putInt(pages.size()).position(40);
    pages.forEach(at -> entry.putInt(at - BINS).putInt(BINS));
    pages.forEach(at -> entry.put(after, at, BINS));
    byte[] bytes = entry.array();
    entry.putLong(24, Marvin.hash(Marvin.OF_LOGS, bytes, 40, size - 40));
    entry.putLong(32, Marvin.hash(Marvin.OF_LOGS, bytes, 0, 32));
    return bytes;
  }
}
