package io.github.backupdiag.guest.internal.archive;

import java.util.HexFormat;

/** Forms of archives by their first bytes. */
enum Format {
  /** Zip, also empty and of several parts. */
  ZIP("zip", "504b0304", "504b0506", "504b0708"),
  /** Gzip, of a tar archive or of a single file. */
  GZIP("gzip", "1f8b08"),
  /** Tar; it has no first bytes but a sum. */
  TAR("tar"),
  /** What this library cannot unpack. */
  XZ("xz", "fd377a585a00"),
  BZIP2("bzip2", "425a6839314159265359", "425a6831314159265359"),
  SEVEN_ZIP("7-Zip", "377abcaf271c"),
  RAR("RAR", "526172211a07"),
  ZSTD("zstd", "28b52ffd"),
  CABINET("cabinet", "4d53434600000000"),
  /** No archive. */
  NONE("");

  /** How many bytes tell it. */
  static final int HEAD = TarHeader.BLOCK;

  private static final int LONGEST_MARK = 16;

  private final String label;

  /** In hexadecimal digits, with a blank between them. */
  private final String marks;

  Format(String label, String... marks) {
    this.label = label;
    this.marks = String.join(" ", marks);
  }

  String label() {
    return label;
  }

  /** Whether entries can be read out of it. */
  boolean isRead() {
    return this == ZIP || this == GZIP || this == TAR;
  }

  static Format of(byte[] head) {
    String digits = HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST_MARK));
    for (Format format : values()) {
      if (format.isMarked(digits)) {
        return format;
      }
    }
    return TarHeader.isOne(head) ? TAR : NONE;
  }

  private boolean isMarked(String digits) {
    for (String mark : marks.split(" ", -1)) {
      if (!mark.isEmpty() && digits.startsWith(mark)) {
        return true;
      }
    }
    return false;
  }
}
