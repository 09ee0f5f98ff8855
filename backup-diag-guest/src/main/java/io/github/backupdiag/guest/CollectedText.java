package io.github.backupdiag.guest;

import io.github.backupdiag.guest.internal.archive.Content;
import io.github.backupdiag.guest.internal.archive.Hole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The output of a script in any of the forms that shells give it. */
final class CollectedText {

  /** As much as is ever read; a script writes 64 MiB at the most. */
  private static final int MOST_BYTES = 256 << 20;

  private static final int HEAD = 64;

  private CollectedText() {}

  /** Whether a content begins as such output does. */
  static boolean isOne(Content content) {
    try {
      return CollectedRecords.isOne(plain(read(content, HEAD)));
    } catch (IOException e) {
      return false;
    }
  }

  static byte[] of(Content content) throws IOException {
    return plain(read(content, MOST_BYTES));
  }

  /** What comes before a piece that is missing is output that ends early. */
  private static byte[] read(Content content, int most) throws IOException {
    Hole hole = content.hole();
    int there = hole == null ? most : (int) Math.min(most, hole.from());
    try (InputStream in = content.open(0)) {
      return in.readNBytes(there);
    }
  }

  private static byte[] plain(byte[] bytes) {
    return isWide(bytes) ? narrow(bytes) : withoutMark(bytes);
  }

  /** PowerShell's own redirection writes UTF-16. */
  private static boolean isWide(byte[] bytes) {
    return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE;
  }

  private static byte[] narrow(byte[] wide) {
    String text = new String(wide, 2, wide.length - 2, StandardCharsets.UTF_16LE);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length > 2
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }
}
