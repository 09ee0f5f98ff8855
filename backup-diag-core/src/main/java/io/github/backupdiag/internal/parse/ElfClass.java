package io.github.backupdiag.internal.parse;

/** Reads the width of a program (elf(5), {@code EI_CLASS}). */
public final class ElfClass {

  /** How many bytes are enough. */
  public static final int LENGTH = 5;

  private ElfClass() {}

  /**
   * Reads the beginning of a program.
   *
   * @param bytes its first bytes
   * @return 32 or 64; 0 if it is no program
   */
  public static int bits(byte[] bytes) {
    boolean elf =
        bytes.length >= LENGTH
            && bytes[0] == 0x7f
            && bytes[1] == 'E'
            && bytes[2] == 'L'
            && bytes[3] == 'F';
    if (!elf) {
      return 0;
    }
    return switch (bytes[4]) {
      case 1 -> 32;
      case 2 -> 64;
      default -> 0;
    };
  }
}
