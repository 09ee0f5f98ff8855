package io.github.backupdiag.guest.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What comes out of an archive, as texts by names. */
record Unpacked(List<Entry> entries, Limitations limits) {

  private static final long MIB = 1 << 20;

  /** Small, so that tests reach it soon. */
  static final Budget SMALL = new Budget(1000, 8 * MIB, 64 * MIB, 4 * MIB, 200, MIB, 3);

  static Unpacked of(byte[] archive) throws IOException {
    return of(archive, SMALL);
  }

  static Unpacked of(byte[] archive, Budget budget) throws IOException {
    Limitations limits = new Limitations();
    InputStream in = new ByteArrayInputStream(archive);
    return new Unpacked(new Archives(budget, limits).stream(in, "bundle"), limits);
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Entry entry : entries) {
      texts.put(entry.name(), text(entry));
    }
    return texts;
  }

  private static String text(Entry entry) {
    if (entry.kind() != Entry.Kind.FILE) {
      return entry.kind() + (entry.target() == null ? "" : " to " + entry.target());
    }
    Hole hole = entry.content().hole();
    try (InputStream in = entry.content().open(0)) {
      byte[] bytes = hole == null ? in.readAllBytes() : in.readNBytes((int) hole.from());
      return new String(bytes, StandardCharsets.UTF_8) + (hole == null ? "" : "…");
    } catch (NotReadException e) {
      return "! " + e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isCut() {
    return limits.isIncomplete();
  }

  String said() {
    return String.join("\n", limits.lines());
  }
}
