package io.github.backupdiag.internal.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries by name in one array of bytes, so that a run that needs ten of a thousand reads ten. Made
 * at build time. Immutable.
 *
 * <p>Form: number of entries, size of the hash table, the hash table (place of an entry or 0), the
 * entries in the order of their names. Numbers are 4 bytes, big end first.
 */
final class PackedTable {

  private static final int HEAD = 8;

  private final byte[] bytes;
  private final ByteBuffer numbers;

  PackedTable(byte[] bytes) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
  }

  static byte[] of(SortedMap<String, byte[]> entries) {
    int slots = Integer.highestOneBit(Math.max(1, entries.size())) << 2;
    int[] table = new int[slots];
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int start = HEAD + 4 * slots;
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      int slot = slot(entry.getKey(), slots);
      while (table[slot] != 0) {
        slot = (slot + 1) % slots;
      }
      table[slot] = start + body.size();
      byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
      body.writeBytes(
          ByteBuffer.allocate(8).putInt(name.length).putInt(entry.getValue().length).array());
      body.writeBytes(name);
      body.writeBytes(entry.getValue());
    }
    ByteBuffer all = ByteBuffer.allocate(start + body.size()).putInt(entries.size()).putInt(slots);
    for (int place : table) {
      all.putInt(place);
    }
    return all.put(body.toByteArray()).array();
  }

  private static int slot(String name, int slots) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 16)) & (slots - 1);
  }

  int size() {
    return numbers.getInt(0);
  }

  /** Gives the bytes of an entry, or null if there is none of this name. */
  @Nullable PackedEntry find(String name) {
    int slots = numbers.getInt(4);
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    int slot = slot(name, slots);
    for (int place = place(slot); place != 0; place = place(slot)) {
      if (isNamed(place, wanted)) {
        return entry(place);
      }
      slot = (slot + 1) % slots;
    }
    return null;
  }

  /** Visits all entries in the order of their names. */
  void forEach(Consumer<PackedEntry> visitor) {
    int place = HEAD + 4 * numbers.getInt(4);
    for (int i = 0; i < size(); i++) {
      visitor.accept(entry(place));
      place += HEAD + numbers.getInt(place) + numbers.getInt(place + 4);
    }
  }

  private int place(int slot) {
    return numbers.getInt(HEAD + 4 * slot);
  }

  private boolean isNamed(int place, byte[] wanted) {
    int length = numbers.getInt(place);
    return length == wanted.length
        && java.util.Arrays.equals(
            bytes, place + HEAD, place + HEAD + length, wanted, 0, wanted.length);
  }

  private PackedEntry entry(int place) {
    return new PackedEntry(bytes, place + HEAD + numbers.getInt(place), numbers.getInt(place + 4));
  }
}
