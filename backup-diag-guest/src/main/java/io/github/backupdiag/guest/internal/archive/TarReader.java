package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive from its beginning: the form of POSIX with its extended headers, that of GNU
 * with long names, and the old one. Devices, pipes and sparse files are named and not read. Of a
 * name that comes twice the last counts, as when tar unpacks it.
 */
final class TarReader {

  /** A name, or the records of an extended header; a longer one is hostile. */
  private static final int LONGEST_HEADER = 1 << 20;

  /** Gives the content of a file whose bytes come next. */
  @FunctionalInterface
  interface Contents {
    Content take(long position, long size) throws IOException;
  }

  private final TarInput in;
  private final String archive;
  private final Reading reading;
  private final Contents contents;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> common = new HashMap<>();
  private final Map<String, String> ofNext = new HashMap<>();

  private TarReader(TarInput in, String archive, Reading reading, Contents contents) {
    this.in = in;
    this.archive = archive;
    this.reading = reading;
    this.contents = contents;
  }

  /** Reads an archive at any place of which its files can be read again. */
  static List<Entry> of(ByteSource source, String archive, Reading reading) throws IOException {
    try (InputStream opened = source.open(0)) {
      TarInput in = new TarInput(opened);
      Contents contents =
          (position, size) -> new PlainContent(Slice.of(source, position, size), size);
      return new TarReader(in, archive, reading, contents).read();
    }
  }

  /** Reads an archive that passes by once; its files are kept in memory. */
  static List<Entry> of(InputStream stream, String archive, Reading reading) throws IOException {
    TarInput in = new TarInput(stream);
    Contents contents = (position, size) -> reading.store().hold(in.content(size), size);
    return new TarReader(in, archive, reading, contents).read();
  }

  private List<Entry> read() throws IOException {
    String ends = null;
    try {
      while (ends == null) {
        ends = next();
      }
    } catch (EOFException e) {
      ends = "is cut; what came before is used";
    } catch (ZipException e) {
      ends = "is damaged; what came before is used";
    } catch (NotReadException e) {
      ends = String.valueOf(e.getMessage());
    }
    if (!ends.isEmpty()) {
      reading.limits().cut(archive + " " + ends);
    }
    return List.copyOf(entries.values());
  }

  /** Takes one header and what it speaks of; says how the archive ends if it does. */
  private @Nullable String next() throws IOException {
    TarHeader header = in.header();
    if (header == null) {
      return "";
    }
    if (!header.isSound()) {
      return "is damaged; what came before is used";
    }
    switch (header.type()) {
      case 'x' -> ofNext.putAll(records(header));
      case 'g' -> common.putAll(records(header));
      case 'L' -> ofNext.put("path", text(header));
      case 'K' -> ofNext.put("linkpath", text(header));
      default -> {
        if (!reading.takeEntry(archive)) {
          return "";
        }
        take(header);
        ofNext.clear();
      }
    }
    return null;
  }

  private void take(TarHeader header) throws IOException {
    String name = field("path", header.name());
    long size = size(header);
    long end = in.position() + size;
    Entry entry = entry(header, name, size);
    if (entry != null) {
      entries.remove(name);
      entries.put(name, entry);
    }
    in.goTo(end);
    in.skipPadding(size);
  }

  private @Nullable Entry entry(TarHeader header, String name, long size) throws IOException {
    String target = field("linkpath", header.target());
    return switch (header.type()) {
      case '0', 0, '7' -> name.endsWith("/") ? Entry.directory(name) : file(name, size);
      case '1' -> hardLink(name, target);
      case '2' -> Entry.link(name, target);
      case '5' -> Entry.directory(name);
      case 'S' -> refused(name, size, "a sparse file, which is not read");
      default -> {
        reading.limits().note(name + " in " + archive + " is a device or a pipe and was not read");
        yield null;
      }
    };
  }

  private Entry file(String name, long size) throws IOException {
    boolean sparse = ofNext.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
    return sparse
        ? refused(field("GNU.sparse.name", name), size, "a sparse file, which is not read")
        : Entry.file(name, contents.take(in.position(), size));
  }

  private @Nullable Entry hardLink(String name, String target) {
    Entry first = entries.get(target);
    if (first == null) {
      reading.limits().note(name + " in " + archive + " is another name of a file that is missing");
      return null;
    }
    return first.named(name);
  }

  private Entry refused(String name, long size, String why) {
    reading.limits().note(name + " in " + archive + ": " + why);
    return Entry.file(name, new RefusedContent(size, why));
  }

  private String field(String key, String otherwise) {
    return ofNext.getOrDefault(key, common.getOrDefault(key, otherwise));
  }

  private long size(TarHeader header) throws IOException {
    long size = TarHeader.decimal(field("size", ""), header.size());
    if (size < 0 || in.position() + size < 0) {
      throw new ZipException("negative size");
    }
    return header.type() == '1' || header.type() == '2' ? 0 : size;
  }

  private byte[] body(TarHeader header) throws IOException {
    if (header.size() < 0 || header.size() > LONGEST_HEADER) {
      throw new NotReadException(
          "has a header of " + header.size() + " bytes; the rest is not read");
    }
    byte[] bytes = in.read((int) header.size());
    in.skipPadding(header.size());
    return bytes;
  }

  private String text(TarHeader header) throws IOException {
    return TarHeader.text(body(header), 0, (int) header.size());
  }

  /** Records of the form {@code LENGTH KEY=VALUE} with a line feed. */
  private Map<String, String> records(TarHeader header) throws IOException {
    Map<String, String> records = new HashMap<>();
    byte[] bytes = body(header);
    int at = 0;
    while (at < bytes.length) {
      int blank = at;
      while (blank < bytes.length && bytes[blank] != ' ') {
        blank++;
      }
      long length =
          TarHeader.decimal(new String(bytes, at, blank - at, StandardCharsets.US_ASCII), -1);
      if (length <= blank - at || length > bytes.length - at) {
        break;
      }
      String record =
          ZipFields.name(
              java.util.Arrays.copyOfRange(
                  bytes, Math.min(blank + 1, at + (int) length), at + (int) length));
      int equals = record.indexOf('=');
      if (equals > 0) {
        String value = record.substring(equals + 1);
        records.put(
            record.substring(0, equals),
            value.endsWith("\n") ? value.substring(0, value.length() - 1) : value);
      }
      at += (int) length;
    }
    return records;
  }
}
