package io.github.backupdiag.internal.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text by their byte order mark; what cannot be decoded becomes U+FFFD. */
public final class Decoding {

  private Decoding() {}

  /**
   * Decodes UTF-8, or UTF-16 if the first bytes say so.
   *
   * @param bytes any bytes
   * @return the text without its byte order mark
   */
  public static String decoded(byte[] bytes) {
    int first = bytes.length < 2 ? -1 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    if (first == 0xfeff) {
      return decoded(bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (first == 0xfffe) {
      return decoded(bytes, 2, StandardCharsets.UTF_16LE);
    }
    // A zero byte is no text in UTF-8: the mark got lost.
    if (first > 0 && (first & 0xff) == 0) {
      return decoded(bytes, 0, StandardCharsets.UTF_16LE);
    }
    if (first > 0 && first < 0x100) {
      return decoded(bytes, 0, StandardCharsets.UTF_16BE);
    }
    boolean marked = first == 0xefbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf;
    return decoded(bytes, marked ? 3 : 0, StandardCharsets.UTF_8);
  }

  private static String decoded(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }
}
