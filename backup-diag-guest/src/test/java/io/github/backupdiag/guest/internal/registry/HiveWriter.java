package io.github.backupdiag.guest.internal.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small hives after the description of the format, not after the reader. */
public final class HiveWriter {

  private static final int BINS = 4096;
  private static final int SEGMENT = 16344;

  /** How subkeys are listed. */
  public enum Lists {
    LF,
    LH,
    LI,
    RI
  }

  /** A value as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Value(String name, int type, byte[] data) {}

  /** A key with all below it. */
  public record Key(String name, List<Value> values, List<Key> keys) {}

  private final Lists lists;
  private ByteBuffer bins = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private HiveWriter(Lists lists) {
    this.lists = lists;
    bins.put("hbin".getBytes(StandardCharsets.US_ASCII)).position(32);
  }

  public static Key key(String name, Object... children) {
    List<Value> values = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    for (Object child : children) {
      if (child instanceof Value value) {
        values.add(value);
      } else {
        keys.add((Key) child);
      }
    }
    return new Key(name, values, keys);
  }

  public static Value text(String name, String data) {
    return new Value(name, 1, (data + "\0").getBytes(StandardCharsets.UTF_16LE));
  }

  public static Value number(String name, int data) {
    return new Value(
        name, 4, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data).array());
  }

  public static byte[] write(Lists lists, Key root) {
    HiveWriter writer = new HiveWriter(lists);
    int top = writer.put(root);
    int size = (writer.bins.position() + BINS - 1) / BINS * BINS;
    ByteBuffer hive = ByteBuffer.allocate(BINS + size).order(ByteOrder.LITTLE_ENDIAN);
    hive.put("regf".getBytes(StandardCharsets.US_ASCII)).putInt(7).putInt(7);
    hive.putInt(20, 1).putInt(24, 5).putInt(32, 1).putInt(36, top).putInt(40, size);
    hive.position(BINS);
    hive.put(writer.bins.array(), 0, Math.min(size, writer.bins.position()));
    hive.putInt(BINS + 8, size);
    return hive.array();
  }

  /** Leaves a hive as it is while newer changes lie in its logs. */
  public static byte[] unfinished(byte[] hive) {
    byte[] copy = hive.clone();
    copy[4]++;
    return copy;
  }

  private int put(Key key) {
    List<Integer> keys = key.keys().stream().map(this::put).toList();
    List<Integer> values = key.values().stream().map(this::put).toList();
    boolean narrow = isNarrow(key.name());
    byte[] name = name(key.name());
    ByteBuffer cell = cell(76 + name.length);
    cell.put((byte) 'n').put((byte) 'k').putShort((short) (narrow ? 0x20 : 0));
    cell.putInt(20, keys.size()).putInt(28, keys.isEmpty() ? -1 : list(keys));
    cell.putInt(32, -1);
    cell.putInt(36, values.size()).putInt(40, values.isEmpty() ? -1 : offsets(values));
    cell.putShort(72, (short) name.length).position(76);
    return allocate(cell.put(name));
  }

  private int list(List<Integer> keys) {
    if (lists == Lists.RI) {
      int half = (keys.size() + 1) / 2;
      List<Integer> parts = new ArrayList<>(List.of(list("lf", keys.subList(0, half))));
      if (half < keys.size()) {
        parts.add(list("li", keys.subList(half, keys.size())));
      }
      return list("ri", parts);
    }
    return list(lists == Lists.LF ? "lf" : lists == Lists.LH ? "lh" : "li", keys);
  }

  private int list(String signature, List<Integer> elements) {
    boolean hashed = signature.equals("lf") || signature.equals("lh");
    ByteBuffer cell = cell(4 + elements.size() * (hashed ? 8 : 4));
    cell.put(signature.getBytes(StandardCharsets.US_ASCII)).putShort((short) elements.size());
    for (int element : elements) {
      cell.putInt(element);
      if (hashed) {
        cell.putInt(0x1234);
      }
    }
    return allocate(cell);
  }

  private int put(Value value) {
    byte[] name = name(value.name());
    byte[] data = value.data();
    boolean inPlace = data.length <= 4;
    ByteBuffer cell = cell(20 + name.length);
    cell.put((byte) 'v').put((byte) 'k').putShort((short) name.length);
    cell.putInt(inPlace ? data.length | 0x80000000 : data.length);
    if (inPlace) {
      cell.put(data).position(12);
    } else {
      cell.putInt(data.length > SEGMENT ? big(data) : allocate(cell(data.length).put(data)));
    }
    cell.putInt(value.type()).putShort((short) (isNarrow(value.name()) ? 1 : 0)).position(20);
    return allocate(cell.put(name));
  }

  private int big(byte[] data) {
    List<Integer> parts = new ArrayList<>();
    for (int from = 0; from < data.length; from += SEGMENT) {
      byte[] part = Arrays.copyOfRange(data, from, Math.min(data.length, from + SEGMENT));
      parts.add(allocate(cell(SEGMENT + 4).put(part)));
    }
    ByteBuffer cell = cell(8);
    cell.put((byte) 'd').put((byte) 'b').putShort((short) parts.size()).putInt(offsets(parts));
    return allocate(cell);
  }

  private int offsets(List<Integer> all) {
    ByteBuffer cell = cell(all.size() * 4);
    all.forEach(cell::putInt);
    return allocate(cell);
  }

  private int allocate(ByteBuffer cell) {
    cell.rewind();
    int size = (4 + cell.capacity() + 7) / 8 * 8;
    while (bins.remaining() < size) {
      ByteBuffer wider = ByteBuffer.allocate(bins.capacity() * 2).order(ByteOrder.LITTLE_ENDIAN);
      bins = wider.put(bins.flip());
    }
    int offset = bins.position();
    bins.putInt(-size).put(cell).position(offset + size);
    return offset;
  }

  private static ByteBuffer cell(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean isNarrow(String name) {
    return StandardCharsets.ISO_8859_1.newEncoder().canEncode(name);
  }

  private static byte[] name(String name) {
    return name.getBytes(isNarrow(name) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
  }
}
