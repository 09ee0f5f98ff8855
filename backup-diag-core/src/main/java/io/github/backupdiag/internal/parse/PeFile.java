package io.github.backupdiag.internal.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Reads word size and version of a Windows program or library ("PE Format" of the Win32
 * documentation; the version is {@code VS_FIXEDFILEINFO} of {@code verrsrc.h} in a resource of type
 * 16). Each step reads at one place, so that lying offsets end in nothing and never in a circle.
 */
public final class PeFile {

  private static final int DOS_MAGIC = 0x5A4D;
  private static final int PE_MAGIC = 0x00004550;
  private static final int NEW_HEADER = 0x3C;
  private static final int FILE_HEADER = 20;
  private static final int SECTION = 40;
  private static final int MOST_SECTIONS = 96;
  private static final int MOST_ENTRIES = 4096;
  private static final int VERSION_TYPE = 16;
  private static final int SUBTREE = 0x80000000;
  private static final int VERSION_MAGIC = 0xFEEF04BD;
  private static final int KEY_AND_PADDING = 64;

  private final ByteBuffer bytes;
  private final int header;

  private PeFile(ByteBuffer bytes, int header) {
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @param content its bytes, or only its first ones
   * @return the file, or null if it is none that Windows can load
   */
  public static @Nullable PeFile of(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    PeFile file = new PeFile(bytes, 0);
    int header = file.word(0) == DOS_MAGIC ? file.number(NEW_HEADER) : -1;
    PeFile at = new PeFile(bytes, header);
    return header > 0 && at.number(header) == PE_MAGIC && at.bits() > 0 ? at : null;
  }

  /**
   * Tells for programs of which word size it is.
   *
   * @return 32 or 64; 0 for a machine that Windows servers do not run on
   */
  public int bits() {
    return switch (word(header + 4)) {
      case 0x014C -> 32;
      case 0x8664, 0xAA64 -> 64;
      default -> 0;
    };
  }

  /**
   * Reads the version of the file.
   *
   * @return four numbers with points between; empty if there is none, or it lies behind the bytes
   */
  public String version() {
    int resources = offset(number(directory() + 16));
    int data = resources;
    int[] wanted = {VERSION_TYPE, -1, -1};
    for (int level = 0; level < wanted.length && data >= 0; level++) {
      data = entry(resources, data, wanted[level], level == wanted.length - 1);
    }
    int info = data < 0 ? -1 : offset(number(data));
    for (int at = info; at >= 0 && at < info + KEY_AND_PADDING; at += 4) {
      if (number(at) == VERSION_MAGIC && number(at + 12) != -1) {
        return word(at + 10) + "." + word(at + 8) + "." + word(at + 14) + "." + word(at + 12);
      }
    }
    return "";
  }

  /** Where the table of directories begins, of which the third names the resources. */
  private int directory() {
    int optional = header + 4 + FILE_HEADER;
    return optional + (word(optional) == 0x20B ? 112 : 96);
  }

  /** The place of the first entry with an id, or of any, in a directory of resources. */
  private int entry(int resources, int at, int id, boolean leaf) {
    int count = Math.max(0, word(at + 12)) + Math.max(0, word(at + 14));
    for (int i = 0; i < Math.min(count, MOST_ENTRIES); i++) {
      int entry = at + 16 + i * 8;
      int next = number(entry + 4);
      boolean fits = (id < 0 || number(entry) == id) && ((next & SUBTREE) == 0) == leaf;
      if (fits && next != -1) {
        return resources + (next & ~SUBTREE);
      }
    }
    return -1;
  }

  /** Where something lies in the file that is loaded at an address. */
  private int offset(int address) {
    int sections = header + 4 + FILE_HEADER + Math.max(0, word(header + 20));
    int count = Math.min(word(header + 6), MOST_SECTIONS);
    for (int i = 0; i < count; i++) {
      int section = sections + i * SECTION;
      long into = Integer.toUnsignedLong(address) - Integer.toUnsignedLong(number(section + 12));
      if (address > 0 && into >= 0 && into < Integer.toUnsignedLong(number(section + 16))) {
        long place = into + Integer.toUnsignedLong(number(section + 20));
        return place < bytes.limit() ? (int) place : -1;
      }
    }
    return -1;
  }

  /** Two bytes, or -1 behind the end. */
  private int word(int at) {
    return at < 0 || at > bytes.limit() - Short.BYTES ? -1 : bytes.getShort(at) & 0xFFFF;
  }

  /** Four bytes, or -1 behind the end. */
  private int number(int at) {
    return at < 0 || at > bytes.limit() - Integer.BYTES ? -1 : bytes.getInt(at);
  }
}
