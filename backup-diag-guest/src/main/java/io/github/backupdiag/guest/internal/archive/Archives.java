package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens files, streams and directories as lists of entries. For one thread. */
public final class Archives {

  private static final int BUFFER = 64 << 10;

  /** Behind the end of a tar archive stand zeros up to a full record, 10 KiB as a rule. */
  private static final int MOST_PADDING = 16 << 20;

  private final Limitations limits;
  private final Reading reading;

  /**
   * Makes a reader for one bundle.
   *
   * @param budget for all of it together
   * @param limits takes what could not be read
   */
  public Archives(Budget budget, Limitations limits) {
    this.limits = limits;
    this.reading = new Reading(budget, limits);
  }

  /**
   * Opens a regular file.
   *
   * @param file an archive or not
   * @param size of the file
   * @return its entries; one that is no archive is an entry itself
   * @throws NotReadException if it is an archive of a form that is not read
   * @throws IOException if it cannot be read
   */
  public List<Entry> file(Path file, long size) throws IOException {
    String name = file.toString();
    ByteSource source = new DiskBytes(file, size);
    Path last = file.getFileName();
    String plain = last == null ? name : last.toString();
    List<Entry> inside = inside(new PlainContent(source, size), name, plain);
    return inside == null ? List.of(Entry.file(plain, new PlainContent(source, size))) : inside;
  }

  /**
   * Reads a stream to its end.
   *
   * @param stream an archive or not
   * @param name what to call it
   * @return its entries; one that is no archive is an entry itself
   * @throws NotReadException if it is an archive of a form that is not read
   * @throws IOException if its beginning cannot be read
   */
  public List<Entry> stream(InputStream stream, String name) throws IOException {
    PeekedStream in = PeekedStream.of(reading.meter().over(stream));
    Format format = Format.of(in.head());
    demandRead(format, name);
    if (format == Format.TAR) {
      return TarReader.of(in, name, reading);
    }
    if (format == Format.GZIP) {
      return gzip(in, name, withoutGz(name));
    }
    Content all = reading.store().hold(in, -1, format == Format.ZIP || isScript(in));
    noteCut(all, name);
    List<Entry> inside = format == Format.ZIP ? inside(all, name, name) : null;
    return inside == null ? List.of(Entry.file(name, all)) : inside;
  }

  /**
   * Walks a directory without following links.
   *
   * @param directory to begin at
   * @return all below it
   * @throws IOException if the directory itself cannot be read
   */
  public List<Entry> directory(Path directory) throws IOException {
    return new DirectoryWalk(directory, reading).entries();
  }

  /**
   * Opens an archive that is an entry of another.
   *
   * @param entry a file
   * @return its entries under the name of the file, or null if it is no archive that is read
   */
  public @Nullable List<Entry> inside(Entry entry) {
    try {
      String last = entry.name().substring(entry.name().lastIndexOf('/') + 1);
      List<Entry> inside = inside(entry.content(), entry.name(), withoutGz(last));
      return inside == null
          ? null
          : inside.stream().map(each -> each.named(entry.name() + "/" + each.name())).toList();
    } catch (IOException e) {
      limits.note(entry.name() + " inside the bundle cannot be read: " + why(e));
      return null;
    }
  }

  /**
   * Gives how deep archives may lie.
   *
   * @return the outermost is 1
   */
  public int depth() {
    return reading.depth();
  }

  /**
   * Makes a content readable at any place, keeping it in memory if it is packed.
   *
   * @param content of a file
   * @return its bytes
   * @throws NotReadException if a part of it is missing or there is no room for it
   * @throws IOException if it cannot be read
   */
  public ByteSource atAnyPlace(Content content) throws IOException {
    if (content.hole() != null) {
      throw new NotReadException("only a part of it is there");
    }
    try (InputStream in = content.open(0)) {
      PlainContent kept = kept(content, in);
      if (kept.hole() != null) {
        throw new NotReadException("not read: the memory for this bundle is used up");
      }
      return kept.bytes();
    }
  }

  private static String why(IOException e) {
    return e instanceof NotReadException ? String.valueOf(e.getMessage()) : "it is damaged";
  }

  private @Nullable List<Entry> inside(Content content, String name, String plainName)
      throws IOException {
    try (InputStream opened = content.open(0);
        PeekedStream in = PeekedStream.of(opened)) {
      Format format = Format.of(in.head());
      demandRead(format, name);
      return switch (format) {
        case ZIP -> new ZipReader(kept(content, in).bytes(), name, reading).entries();
        case GZIP -> gzip(in, name, withoutGz(plainName));
        case TAR ->
            content instanceof PlainContent plain && plain.hole() == null
                ? TarReader.of(plain.bytes(), name, reading)
                : TarReader.of(in, name, reading);
        default -> null;
      };
    }
  }

  /** A zip archive is read from its end, so that one inside another has to be kept. */
  private PlainContent kept(Content content, InputStream in) throws IOException {
    return content instanceof PlainContent plain
        ? plain
        : (PlainContent) reading.store().hold(in, content.size(), true);
  }

  private List<Entry> gzip(InputStream packed, String name, String plainName) throws IOException {
    try (InputStream unpacked = new GZIPInputStream(packed, BUFFER);
        PeekedStream in = PeekedStream.of(reading.meter().over(unpacked))) {
      if (Format.of(in.head()) == Format.TAR) {
        List<Entry> entries = TarReader.of(in, name, reading);
        readRest(in, name);
        return entries;
      }
      Content content = reading.store().hold(in, -1, isScript(in));
      noteCut(content, name);
      return List.of(Entry.file(plainName, content));
    } catch (EOFException | ZipException e) {
      throw new NotReadException(name + " is damaged: nothing of it can be unpacked");
    }
  }

  /** The sum behind the padding tells whether all of it was right. */
  private void readRest(InputStream in, String name) {
    try {
      in.skip(MOST_PADDING);
    } catch (IOException e) {
      if (!limits.isIncomplete()) {
        limits.cut(name + " is cut or damaged at its end; what came before is used");
      }
    }
  }

  private void noteCut(Content content, String name) {
    Hole hole = content.hole();
    if (hole != null && hole.to() >= content.size()) {
      limits.cut(name + " is cut or damaged; what came before is used");
    } else if (hole != null) {
      limits.note(name + ": its middle was not kept, since the memory is used up");
    }
  }

  private static void demandRead(Format format, String name) throws NotReadException {
    if (format != Format.NONE && !format.isRead()) {
      throw new NotReadException(
          name
              + " is packed by "
              + format.label()
              + ", which is not read; unpack it and give the folder");
    }
  }

  /** The output of a script is of no use without its middle. */
  private static boolean isScript(PeekedStream in) {
    String head = new String(in.head(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.replace("\0", "").contains("backup-diag-guest ");
  }

  private static String withoutGz(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
