package io.github.backupdiag.guest.internal.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip archive by its directory; where it has none, as one that was cut, by the headers of
 * its entries. The JDK's own reader refuses an archive with one encrypted entry or without an end.
 */
final class ZipReader {

  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int CENTRAL_LENGTH = 46;
  private static final int UNIX = 3;

  private final ByteSource source;
  private final String archive;
  private final Reading reading;

  ZipReader(ByteSource source, String archive, Reading reading) {
    this.source = source;
    this.archive = archive;
    this.reading = reading;
  }

  List<Entry> entries() throws IOException {
    List<ZipEntryHeader> headers = directory();
    if (headers == null) {
      reading.limits().cut(archive + " is cut or damaged; what is readable of it is used");
      return new ZipScan(source, archive, reading).entries();
    }
    List<ZipEntryHeader> placed = new ArrayList<>(headers);
    placed.sort(Comparator.comparingLong(ZipEntryHeader::at));
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      long end = i + 1 < placed.size() ? placed.get(i + 1).at() : source.size();
      Entry entry = entry(placed.get(i), end);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private @Nullable Entry entry(ZipEntryHeader header, long end) {
    try {
      return header.entry(content(header, end), reading.limits());
    } catch (IOException e) {
      reading.limits().note(header.name() + " in " + archive + " cannot be read");
      return null;
    }
  }

  private Content content(ZipEntryHeader header, long end) throws IOException {
    String refusal = header.refusal();
    if (refusal != null) {
      return refused(header, refusal);
    }
    ByteBuffer local = ZipFields.read(source, header.at(), ZipFields.LOCAL_LENGTH);
    if (local.limit() < ZipFields.LOCAL_LENGTH || local.getInt(0) != ZipFields.LOCAL) {
      return refused(header, "damaged: no entry where the directory says");
    }
    long from =
        header.at() + ZipFields.LOCAL_LENGTH + ZipFields.u16(local, 26) + ZipFields.u16(local, 28);
    if (header.packed() < 0 || header.size() < 0 || header.packed() > end - from) {
      return refused(header, "not read: it overlaps what follows it");
    }
    return reading.content(header, Slice.of(source, from, header.packed()), null);
  }

  private Content refused(ZipEntryHeader header, String why) {
    reading.limits().note(header.name() + " in " + archive + ": " + why);
    return new RefusedContent(header.size(), why);
  }

  private @Nullable List<ZipEntryHeader> directory() throws IOException {
    int length = (int) Math.min(source.size(), END_LENGTH + LONGEST_COMMENT);
    long start = source.size() - length;
    ByteBuffer end = ZipFields.read(source, start, length);
    for (int at = end.limit() - END_LENGTH; at >= 0; at--) {
      if (end.getInt(at) == ZipFields.END) {
        return directory(end, at, start + at);
      }
    }
    return null;
  }

  /** Bytes may stand before the archive; its places then count from where it begins. */
  private @Nullable List<ZipEntryHeader> directory(ByteBuffer end, int at, long endPlace)
      throws IOException {
    long count = ZipFields.u16(end, at + 10);
    long size = ZipFields.u32(end, at + 12);
    long from = ZipFields.u32(end, at + 16);
    long behind = endPlace;
    ByteBuffer locator = ZipFields.read(source, Math.max(0, endPlace - 20), 20);
    if (endPlace >= 20 && locator.getInt(0) == ZipFields.LOCATOR_64) {
      ByteBuffer big = ZipFields.read(source, locator.getLong(8), 56);
      if (big.limit() < 56 || big.getInt(0) != ZipFields.END_64) {
        return null;
      }
      count = big.getLong(32);
      size = big.getLong(40);
      from = big.getLong(48);
      behind = locator.getLong(8);
    }
    long shift = behind - size - from;
    return size < 0 || from < 0 || shift < 0 ? null : headers(from + shift, size, count, shift);
  }

  private @Nullable List<ZipEntryHeader> headers(long from, long size, long count, long shift)
      throws IOException {
    List<ZipEntryHeader> headers = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Slice.of(source, from, size).open(0), 1 << 16)) {
      for (ByteBuffer fixed = ZipFields.read(in, CENTRAL_LENGTH);
          fixed.limit() == CENTRAL_LENGTH && fixed.getInt(0) == ZipFields.CENTRAL;
          fixed = ZipFields.read(in, CENTRAL_LENGTH)) {
        if (!reading.takeEntry(archive)) {
          return headers;
        }
        headers.add(header(fixed, in, shift));
      }
    }
    return (headers.size() & 0xFFFF) == (count & 0xFFFF) ? headers : null;
  }

  private static ZipEntryHeader header(ByteBuffer fixed, InputStream in, long shift)
      throws IOException {
    byte[] name = in.readNBytes(ZipFields.u16(fixed, 28));
    ByteBuffer extra = ZipFields.read(in, ZipFields.u16(fixed, 30));
    in.skipNBytes(ZipFields.u16(fixed, 32));
    long[] numbers = {ZipFields.u32(fixed, 24), ZipFields.u32(fixed, 20), ZipFields.u32(fixed, 42)};
    ZipFields.takeBig(extra, numbers);
    boolean unix = (ZipFields.u16(fixed, 4) >> 8) == UNIX;
    return new ZipEntryHeader(
        ZipFields.name(name),
        ZipFields.u16(fixed, 8),
        ZipFields.u16(fixed, 10),
        ZipFields.u32(fixed, 16),
        numbers[1],
        numbers[0],
        unix ? ZipFields.u16(fixed, 40) : 0,
        numbers[2] + shift);
  }
}
