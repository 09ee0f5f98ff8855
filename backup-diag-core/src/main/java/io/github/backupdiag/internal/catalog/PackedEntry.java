package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Os;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the values of one entry in the order in which {@link PackedWriter} wrote them. */
final class PackedEntry {

  private static final Os[] SYSTEMS = Os.values();

  private final byte[] bytes;
  private final int length;
  private int at;

  PackedEntry(byte[] bytes, int start, int length) {
    this.bytes = bytes;
    this.at = start;
    this.length = length;
  }

  /** Everything as one text. */
  String whole() {
    return new String(bytes, at, length, StandardCharsets.UTF_8);
  }

  int number() {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  boolean flag() {
    return number() != 0;
  }

  String text() {
    int size = number();
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  @Nullable String optional() {
    return flag() ? text() : null;
  }

  List<String> texts() {
    return list(this::text);
  }

  @SuppressWarnings("unchecked")
  <T> List<T> list(Supplier<T> reader) {
    Object[] items = new Object[number()];
    for (int i = 0; i < items.length; i++) {
      items[i] = reader.get();
    }
    return (List<T>) List.of(items);
  }

  Set<Os> systems() {
    EnumSet<Os> systems = EnumSet.noneOf(Os.class);
    for (Os os : SYSTEMS) {
      if (flag()) {
        systems.add(os);
      }
    }
    return Collections.unmodifiableSet(systems);
  }
}
