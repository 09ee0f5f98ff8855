package io.github.backupdiag.internal.scan;

import java.util.Arrays;

/**
 * Takes the codes that colour a terminal out of a line, which stand inside of words too (ECMA-48:
 * ESC, a bracket, parameters and a letter; or a text up to BEL or ESC and a backslash).
 */
final class ColourCodes {

  static final byte ESCAPE = 0x1b;
  private static final byte BELL = 7;

  private final byte[] bytes;
  private final int to;
  private boolean closed = true;

  private ColourCodes(byte[] bytes, int to) {
    this.bytes = bytes;
    this.to = to;
  }

  /** The bytes of a line without its codes. */
  static byte[] removed(byte[] bytes, int from, int to) {
    ColourCodes codes = new ColourCodes(bytes, to);
    byte[] plain = new byte[to - from];
    int length = 0;
    int at = from;
    while (at < to) {
      if (bytes[at] == ESCAPE) {
        at = codes.end(at + 1);
      } else {
        plain[length++] = bytes[at++];
      }
    }
    return Arrays.copyOf(plain, length);
  }

  /** Where the code ends whose first character behind ESC stands here. */
  private int end(int at) {
    if (at == to) {
      return at;
    }
    return switch (bytes[at]) {
      case '[' -> sequenceEnd(at + 1);
      case ']' -> textEnd(at + 1);
      default -> bytes[at] >= '@' && bytes[at] <= '_' ? at + 1 : at;
    };
  }

  private int sequenceEnd(int from) {
    int at = from;
    while (at < to && bytes[at] >= ' ' && bytes[at] <= '?') {
      at++;
    }
    return at < to && bytes[at] >= '@' && bytes[at] <= '~' ? at + 1 : at;
  }

  /** A text that is not closed is left in, and looked for once in a line only. */
  private int textEnd(int from) {
    for (int at = from; closed && at < to; at++) {
      if (bytes[at] == BELL) {
        return at + 1;
      }
      if (bytes[at] == ESCAPE && at + 1 < to && bytes[at + 1] == '\\') {
        return at + 2;
      }
    }
    closed = false;
    return from;
  }
}
