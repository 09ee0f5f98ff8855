package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.Nullable;

/** Reads for which machine a program was built (elf(5), {@code e_machine}). */
public final class ElfHeader {

  /** How many bytes are enough. */
  public static final int LENGTH = 20;

  private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

  private ElfHeader() {}

  /**
   * Reads the beginning of a program.
   *
   * @param bytes its first bytes
   * @return such as {@code x86-64}; null if it is no program of a known kind
   */
  public static @Nullable String architecture(byte[] bytes) {
    if (bytes.length < LENGTH) {
      return null;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes[i] != MAGIC[i]) {
        return null;
      }
    }
    boolean bigEndian = bytes[5] == 2;
    int machine =
        bigEndian
            ? (bytes[18] & 0xff) << 8 | (bytes[19] & 0xff)
            : (bytes[19] & 0xff) << 8 | (bytes[18] & 0xff);
    return switch (machine) {
      case 3 -> "x86";
      case 40 -> "arm";
      case 62 -> "x86-64";
      case 183 -> "arm64";
      default -> null;
    };
  }
}
