package io.github.backupdiag.guest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The lines of a collected stream: records, and content in lines that begin with {@code |} (ended
 * by a line feed), {@code ;} (by carriage return and line feed) or {@code =} (base64). Total: any
 * bytes are lines of some kind.
 */
final class CollectedLines {

  /** Stands for a zero, which not every shell and tool lets through. */
  private static final int ZERO = 1;

  private final byte[] bytes;
  private final boolean converted;
  private int next;

  CollectedLines(byte[] bytes) {
    this.bytes = bytes;
    int end = end(0);
    this.converted = end > 0 && end < bytes.length && bytes[end - 1] == '\r';
  }

  boolean isAtEnd() {
    return next >= bytes.length;
  }

  /** Whether the line that was taken last had its end. */
  boolean isLineWhole() {
    return next <= bytes.length;
  }

  /** Takes the next line, be it a record or not. */
  String take() {
    int from = next;
    int to = end(from);
    next = to + 1;
    return new String(bytes, from, trimmed(from, to) - from, StandardCharsets.UTF_8);
  }

  /** Takes the content that stands here; empty if none does. */
  byte[] takeContent() {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] separator = {};
    while (!isAtEnd() && isContent(bytes[next])) {
      int from = next + 1;
      int to = end(next);
      int trimmed = Math.max(from, trimmed(from, to));
      if (bytes[next] == '=') {
        content.writeBytes(decoded(Arrays.copyOfRange(bytes, from, trimmed)));
      } else {
        content.writeBytes(separator);
        separator = bytes[next] == ';' ? new byte[] {'\r', '\n'} : new byte[] {'\n'};
        for (int i = from; i < trimmed; i++) {
          content.write(bytes[i] == ZERO ? 0 : bytes[i]);
        }
      }
      next = to + 1;
    }
    return content.toByteArray();
  }

  private static byte[] decoded(byte[] base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // a line that was cut
    }
  }

  private static boolean isContent(byte first) {
    return first == '|' || first == ';' || first == '=';
  }

  /** On its way the whole stream may have got other line ends. */
  private int trimmed(int from, int to) {
    return converted && to > from && bytes[to - 1] == '\r' ? to - 1 : to;
  }

  private int end(int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }
}
