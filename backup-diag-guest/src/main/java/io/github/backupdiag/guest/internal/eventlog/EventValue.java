package io.github.backupdiag.guest.internal.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A value of an entry, by the number of its type ("Value types" of the description of the format).
 *
 * @param type number of its type
 * @param at where it lies in the chunk
 * @param size how many bytes it has
 */
record EventValue(int type, int at, int size) {

  static final int NESTED = 0x21;

  private static final int LIST = 0x80;
  private static final int MOST_OF_LIST = 64;
  private static final int MOST_PARTS = 15;

  boolean isNothing() {
    return type == 0 || size == 0;
  }

  /** One text for each element of a list, else one. */
  List<String> texts(Chunk chunk) throws DamagedEventException {
    if (type == (LIST | 1)) {
      String joined = chunk.text(at, size, StandardCharsets.UTF_16LE);
      int end = joined.endsWith("\0") ? joined.length() - 1 : joined.length();
      return List.of(joined.substring(0, end).split("\0", MOST_OF_LIST));
    }
    int element = (type & LIST) == 0 ? 0 : elementSize(type & ~LIST);
    if (element == 0) {
      return List.of(text(chunk));
    }
    List<String> texts = new ArrayList<>();
    for (int from = at; from + element <= at + size && texts.size() < MOST_OF_LIST; ) {
      texts.add(new EventValue(type & ~LIST, from, element).text(chunk));
      from += element;
    }
    return texts;
  }

  private static int elementSize(int type) {
    return switch (type) {
      case 0x03, 0x04 -> 1;
      case 0x05, 0x06 -> 2;
      case 0x07, 0x08, 0x0B, 0x0D, 0x14 -> 4;
      case 0x09, 0x0A, 0x0C, 0x11, 0x15 -> 8;
      case 0x0F, 0x12 -> 16;
      default -> 0;
    };
  }

  private String text(Chunk chunk) throws DamagedEventException {
    return switch (type) {
      case 0x01 -> chunk.text(at, size, StandardCharsets.UTF_16LE).replace("\0", "");
      case 0x02 -> chunk.text(at, size, StandardCharsets.ISO_8859_1).replace("\0", "");
      case 0x03 -> String.valueOf((byte) chunk.number8(at));
      case 0x04 -> String.valueOf(chunk.number8(at));
      case 0x05 -> String.valueOf((short) chunk.number16(at));
      case 0x06 -> String.valueOf(chunk.number16(at));
      case 0x07 -> String.valueOf(chunk.number32(at));
      case 0x08 -> Integer.toUnsignedString(chunk.number32(at));
      case 0x09 -> String.valueOf(chunk.number64(at));
      case 0x0A -> Long.toUnsignedString(chunk.number64(at));
      case 0x0B -> String.valueOf(Float.intBitsToFloat(chunk.number32(at)));
      case 0x0C -> String.valueOf(Double.longBitsToDouble(chunk.number64(at)));
      case 0x0D -> String.valueOf(chunk.number32(at) != 0);
      case 0x0F -> guid(chunk);
      case 0x11 -> EventRecord.time(chunk.number64(at)).toString();
      case 0x12 -> systemTime(chunk);
      case 0x13 -> sid(chunk);
      case 0x14 -> "0x" + Integer.toHexString(chunk.number32(at));
      case 0x15 -> "0x" + Long.toHexString(chunk.number64(at));
      case 0x10 ->
          "0x" + Long.toHexString(size < 8 ? chunk.number32(at) & 0xFFFFFFFFL : chunk.number64(at));
      default -> HexFormat.of().withUpperCase().formatHex(chunk.bytes(at, size));
    };
  }

  private String guid(Chunk chunk) throws DamagedEventException {
    String rest = HexFormat.of().formatHex(chunk.bytes(at + 8, 8));
    return String.format(
        Locale.ROOT,
        "{%08x-%04x-%04x-%s-%s}",
        chunk.number32(at),
        chunk.number16(at + 4),
        chunk.number16(at + 6),
        rest.substring(0, 4),
        rest.substring(4));
  }

  /** Year, month, day of the week, day, hour, minute, second, milliseconds. */
  private String systemTime(Chunk chunk) throws DamagedEventException {
    try {
      return LocalDateTime.of(
              chunk.number16(at),
              chunk.number16(at + 2),
              chunk.number16(at + 6),
              chunk.number16(at + 8),
              chunk.number16(at + 10),
              chunk.number16(at + 12),
              chunk.number16(at + 14) * 1_000_000)
          .toInstant(ZoneOffset.UTC)
          .toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  private String sid(Chunk chunk) throws DamagedEventException {
    int parts = Math.min(chunk.number8(at + 1), MOST_PARTS);
    StringBuilder sid = new StringBuilder("S-" + chunk.number8(at) + "-" + chunk.number8(at + 7));
    for (int i = 0; i < parts; i++) {
      sid.append('-').append(Integer.toUnsignedString(chunk.number32(at + 8 + i * 4)));
    }
    return sid.toString();
  }
}
