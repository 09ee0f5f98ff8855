package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Texts that programs on Windows write: UTF-8, or UTF-16 with or without a mark of its order. */
public final class WindowsBytes {

  private static final int LOOKED_AT = 512;

  private WindowsBytes() {}

  /**
   * Decodes a text.
   *
   * @param bytes any bytes
   * @return the text without a mark at its beginning
   */
  public static String text(byte[] bytes) {
    String text = new String(bytes, charset(bytes));
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /**
   * Gives a file as UTF-8 without a mark at its beginning.
   *
   * @param file any file
   * @return the same file if it is that already; else the same place with other bytes
   */
  public static FileContent utf8(FileContent file) {
    byte[] bytes = file.bytes();
    boolean marked = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb;
    if (!marked && charset(bytes).equals(StandardCharsets.UTF_8)) {
      return file;
    }
    byte[] plain = text(bytes).getBytes(StandardCharsets.UTF_8);
    long size = file.isComplete() ? plain.length : file.offset() + plain.length + rest(file);
    return new FileContent(file.path(), plain, file.offset(), size, file.modified());
  }

  private static long rest(FileContent file) {
    return Math.max(0, file.size() - file.offset() - file.bytes().length);
  }

  private static Charset charset(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    if (first == 0xfffe) {
      return StandardCharsets.UTF_16LE;
    }
    return first == 0xfeff ? StandardCharsets.UTF_16BE : byZeroes(bytes);
  }

  /** Text of Windows is mostly ASCII, so that in UTF-16 every other byte is zero. */
  private static Charset byZeroes(byte[] bytes) {
    int[] zeroes = new int[2];
    int to = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < to; i++) {
      zeroes[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeroes[0] + zeroes[1] <= to / 8) {
      return StandardCharsets.UTF_8;
    }
    return zeroes[1] >= zeroes[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }
}
