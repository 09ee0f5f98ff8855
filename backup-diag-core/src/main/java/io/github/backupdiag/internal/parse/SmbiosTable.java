package io.github.backupdiag.internal.parse;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The firmware table as Windows keeps it in the value {@code SMBiosData}: eight bytes before it
 * ({@code RawSMBIOSData} of the Win32 documentation of {@code GetSystemFirmwareTable}), then
 * structures of type, length, handle and fields, each followed by its texts and two zeros (DMTF
 * DSP0134, section 6.1).
 */
public final class SmbiosTable {

  private static final int BEFORE = 8;
  private static final int HEADER = 4;
  private static final int CHASSIS = 3;
  private static final int END = 127;

  /** Where the number of the text stands in the structure (DSP0134, section 7.4). */
  private static final int ASSET_TAG = 8;

  private SmbiosTable() {}

  /**
   * Finds the asset tag of the chassis.
   *
   * @param hex the value as hexadecimal
   * @return the tag without blanks round it; empty if there is none or the table is damaged
   */
  public static String chassisAssetTag(String hex) {
    byte[] table = bytes(hex);
    int at = BEFORE;
    while (at + HEADER <= table.length && table[at] != END) {
      int texts = at + Math.max(HEADER, table[at + 1] & 0xFF);
      if (table[at] == CHASSIS && at + ASSET_TAG < Math.min(texts, table.length)) {
        return text(table, texts, table[at + ASSET_TAG] & 0xFF);
      }
      at = behindTexts(table, texts);
    }
    return "";
  }

  private static byte[] bytes(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The texts end with an empty one; a structure without texts has two zeros as well. */
  private static int behindTexts(byte[] table, int texts) {
    int at = texts;
    while (at + 1 < table.length && (table[at] != 0 || table[at + 1] != 0)) {
      at++;
    }
    return at + 2;
  }

  private static String text(byte[] table, int texts, int number) {
    int at = texts;
    for (int i = 1; at < table.length && table[at] != 0; i++) {
      int end = at;
      while (end < table.length && table[end] != 0) {
        end++;
      }
      if (i == number) {
        return new String(table, at, end - at, StandardCharsets.ISO_8859_1).strip();
      }
      at = end + 1;
    }
    return "";
  }
}
