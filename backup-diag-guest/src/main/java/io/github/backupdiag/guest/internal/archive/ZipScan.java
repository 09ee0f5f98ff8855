package io.github.backupdiag.guest.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a zip archive without a directory from its first entry to where it breaks off. */
final class ZipScan {

  private static final int BUFFER = 64 << 10;

  private final ByteSource source;
  private final String archive;
  private final Reading reading;
  private final List<Entry> entries = new ArrayList<>();

  ZipScan(ByteSource source, String archive, Reading reading) {
    this.source = source;
    this.archive = archive;
    this.reading = reading;
  }

  List<Entry> entries() throws IOException {
    long at = 0;
    while (at >= 0 && at < source.size()) {
      at = entry(at);
    }
    return entries;
  }

  /** Takes one entry and gives the place of the next, or -1. */
  private long entry(long at) throws IOException {
    ByteBuffer fixed = ZipFields.read(source, at, ZipFields.LOCAL_LENGTH);
    if (fixed.limit() < ZipFields.LOCAL_LENGTH || fixed.getInt(0) != ZipFields.LOCAL) {
      return -1;
    }
    int names = ZipFields.u16(fixed, 26);
    int extras = ZipFields.u16(fixed, 28);
    long from = at + ZipFields.LOCAL_LENGTH + names + extras;
    if (from > source.size() || !reading.takeEntry(archive)) {
      return -1;
    }
    ByteBuffer behind = ZipFields.read(source, at + ZipFields.LOCAL_LENGTH, names + extras);
    byte[] name = new byte[names];
    behind.get(name);
    long[] sizes = {ZipFields.u32(fixed, 22), ZipFields.u32(fixed, 18)};
    ZipFields.takeBig(behind.slice().order(java.nio.ByteOrder.LITTLE_ENDIAN), sizes);
    ZipEntryHeader header =
        new ZipEntryHeader(
            ZipFields.name(name),
            ZipFields.u16(fixed, 6),
            ZipFields.u16(fixed, 8),
            ZipFields.u32(fixed, 14),
            sizes[1],
            sizes[0],
            0,
            at);
    boolean sizesBehind = (header.flags() & ZipFields.SIZES_BEHIND) != 0;
    return sizesBehind ? unmeasured(header, from) : measured(header, from);
  }

  private long measured(ZipEntryHeader header, long from) throws IOException {
    long end = from + header.packed();
    if (header.packed() < 0 || header.size() < 0 || end < from) {
      return -1;
    }
    if (header.refusal() != null) {
      add(header, refused(header));
    } else if (end <= source.size()) {
      add(header, reading.content(header, Slice.of(source, from, header.packed()), null));
    } else {
      ByteSource rest = Slice.of(source, from, header.packed());
      long there = header.method() == ZipFields.STORED ? rest.size() : inflate(rest).size;
      Hole hole = new Hole(there, Math.max(header.size(), there + 1));
      add(header, reading.content(withSize(header, hole.to(), 0), rest, hole));
    }
    return end;
  }

  /** The sizes stand behind the content, whose end only inflating it finds. */
  private long unmeasured(ZipEntryHeader header, long from) throws IOException {
    if (header.refusal() != null || header.method() != ZipFields.DEFLATED) {
      add(header, refused(header));
      return -1;
    }
    Inflated found = inflate(Slice.of(source, from, source.size() - from));
    Slice packed = Slice.of(source, from, found.packed);
    if (!found.whole) {
      Hole hole = new Hole(found.size, found.size + 1);
      add(header, reading.content(withSize(header, hole.to(), 0), packed, hole));
      return -1;
    }
    add(header, reading.content(withSize(header, found.size, found.crc), packed, null));
    return behindDescriptor(from + found.packed, found);
  }

  private static ZipEntryHeader withSize(ZipEntryHeader header, long size, long crc) {
    return new ZipEntryHeader(
        header.name(), header.flags(), header.method(), crc, 0, size, 0, header.at());
  }

  private Content refused(ZipEntryHeader header) {
    String refusal = header.refusal();
    String why = refusal == null ? "not read: its size is not stated" : refusal;
    reading.limits().note(header.name() + " in " + archive + ": " + why);
    return new RefusedContent(0, why);
  }

  private void add(ZipEntryHeader header, Content content) throws IOException {
    Entry entry = header.entry(content, reading.limits());
    if (entry != null) {
      entries.add(entry);
    }
  }

  /** A descriptor has a mark or not, and sizes of four or of eight bytes. */
  private long behindDescriptor(long at, Inflated found) throws IOException {
    ByteBuffer bytes = ZipFields.read(source, at, 24);
    int mark = bytes.limit() >= 4 && bytes.getInt(0) == ZipFields.DESCRIPTOR ? 4 : 0;
    if (bytes.limit() < mark + 12) {
      return -1;
    }
    boolean small = ZipFields.u32(bytes, mark + 8) == (found.size & 0xFFFFFFFFL);
    return at + mark + (small ? 12 : 20);
  }

  /** What inflating found. */
  private record Inflated(long size, long packed, long crc, boolean whole) {}

  private Inflated inflate(ByteSource packed) throws IOException {
    Inflater inflater = new Inflater(true);
    CRC32 sum = new CRC32();
    try (Feed feed = new Feed(packed, inflater);
        InputStream metered = reading.meter().over(feed, packed.size())) {
      byte[] chunk = new byte[BUFFER];
      for (int read = metered.read(chunk); read >= 0; read = metered.read(chunk)) {
        sum.update(chunk, 0, read);
      }
      return result(inflater, sum, true);
    } catch (EOFException | NotReadException e) {
      return result(inflater, sum, false);
    } finally {
      inflater.end();
    }
  }

  private static Inflated result(Inflater inflater, CRC32 sum, boolean whole) {
    return new Inflated(inflater.getBytesWritten(), inflater.getBytesRead(), sum.getValue(), whole);
  }

  /** Inflates without reading ahead of what the inflater says it used. */
  private static final class Feed extends InputStream {

    private final InputStream in;
    private final Inflater inflater;
    private final byte[] buffer = new byte[BUFFER];

    Feed(ByteSource packed, Inflater inflater) throws IOException {
      this.in = packed.open(0);
      this.inflater = inflater;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        int count = 0;
        while (count == 0 && !inflater.finished()) {
          if (inflater.needsInput()) {
            int read = in.read(buffer);
            if (read < 0 || inflater.needsDictionary()) {
              throw new EOFException("cut");
            }
            inflater.setInput(buffer, 0, read);
          }
          count = inflater.inflate(bytes, from, length);
        }
        return count == 0 ? -1 : count;
      } catch (DataFormatException e) {
        throw new EOFException("damaged");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
