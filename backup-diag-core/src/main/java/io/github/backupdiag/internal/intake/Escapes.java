package io.github.backupdiag.internal.intake;

import java.text.Normalizer;

/**
 * Walks over the characters of a text with HTML entities and JSON escapes undone, also nested ones
 * (a blank escaped for HTML and again for HTML, a line break for JSON in JSON). Knows where in the
 * text each character stood.
 */
final class Escapes {

  private final String text;
  private final int limit;
  private int at;
  private char value;
  private char lowSurrogate;
  private int start;
  private int end;

  Escapes(String text, int from, int limit) {
    this.text = text;
    this.at = from;
    this.limit = limit;
  }

  /** Gives a piece of a text as it reads: nothing escaped, nothing invisible, full width undone. */
  static String undone(String text, int from, int to) {
    Escapes escapes = new Escapes(text, from, to);
    StringBuilder plain = new StringBuilder(to - from);
    boolean ascii = true;
    while (escapes.next()) {
      if (Folding.of(escapes.value) != Folding.IGNORED) {
        plain.append(escapes.value);
        ascii &= escapes.value < 0x80;
      }
    }
    return ascii ? plain.toString() : Normalizer.normalize(plain, Normalizer.Form.NFKC);
  }

  boolean next() {
    if (lowSurrogate != 0) {
      value = lowSurrogate;
      lowSurrogate = 0;
      return true;
    }
    if (at >= limit) {
      return false;
    }
    start = at;
    value = text.charAt(at++);
    if (value == '\\') {
      backslash();
    } else if (value == '&') {
      entity();
    }
    end = at;
    return true;
  }

  char value() {
    return value;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  private void backslash() {
    while (at < limit && text.charAt(at) == '\\') {
      at++;
    }
    if (at >= limit) {
      return;
    }
    switch (text.charAt(at)) {
      case 'n', 'r', 't' -> {
        value = '\n';
        at++;
      }
      case 'u' -> unicodeEscape();
      default -> {}
    }
  }

  private void unicodeEscape() {
    int code = number(at + 1, at + 5, 16);
    if (code >= 0) {
      value = (char) code;
      at += 5;
    }
  }

  private void entity() {
    int from = at;
    while (text.startsWith("amp;", from) && from + 4 <= limit) {
      from += 4;
    }
    at = from;
    int semicolon = from;
    while (semicolon < limit
        && semicolon - from <= Entities.LONGEST_NAME
        && isNamePart(text.charAt(semicolon))) {
      semicolon++;
    }
    if (semicolon > from && semicolon < limit && text.charAt(semicolon) == ';') {
      take(codePoint(from, semicolon), semicolon + 1);
    }
  }

  private void take(int codePoint, int next) {
    if (!Character.isValidCodePoint(codePoint)) {
      return;
    }
    at = next;
    if (Character.isBmpCodePoint(codePoint)) {
      value = (char) codePoint;
    } else {
      value = Character.highSurrogate(codePoint);
      lowSurrogate = Character.lowSurrogate(codePoint);
    }
  }

  private int codePoint(int from, int to) {
    if (text.charAt(from) != '#') {
      return Entities.character(text.substring(from, to));
    }
    boolean hex = from + 1 < to && (text.charAt(from + 1) | 0x20) == 'x';
    return hex ? number(from + 2, to, 16) : number(from + 1, to, 10);
  }

  private int number(int from, int to, int radix) {
    if (from >= to || to > limit) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0 || number > Character.MAX_CODE_POINT) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static boolean isNamePart(char c) {
    return c == '#' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }
}
