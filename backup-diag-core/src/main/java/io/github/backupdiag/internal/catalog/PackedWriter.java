package io.github.backupdiag.internal.catalog;

import io.github.backupdiag.catalog.Os;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the values of one entry for {@link PackedEntry}. */
final class PackedWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] bytes() {
    return out.toByteArray();
  }

  PackedWriter number(int value) {
    int left = value;
    while (left > 0x7f || left < 0) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
    return this;
  }

  PackedWriter flag(boolean value) {
    return number(value ? 1 : 0);
  }

  PackedWriter text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    out.writeBytes(utf8);
    return this;
  }

  PackedWriter optional(@Nullable String value) {
    flag(value != null);
    return value == null ? this : text(value);
  }

  PackedWriter texts(Collection<String> values) {
    return list(values, PackedWriter::text);
  }

  <T> PackedWriter list(Collection<T> values, BiConsumer<PackedWriter, T> writer) {
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
    return this;
  }

  PackedWriter systems(Set<Os> systems) {
    for (Os os : Os.values()) {
      flag(systems.contains(os));
    }
    return this;
  }
}
