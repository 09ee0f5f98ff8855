package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text.
 *
 * @param number from 1
 * @param start offset of its first character
 * @param text without blanks round it
 */
record TextLine(long number, int start, String text) {

  /** Splits at any end of line; blank lines are left out but counted. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    long number = 1;
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '\n' || isLoneReturn(text, at)) {
        String line = text.substring(from, at).strip();
        if (!line.isEmpty()) {
          lines.add(new TextLine(number, from, line));
        }
        from = at + 1;
        number++;
      }
    }
    return lines;
  }

  private static boolean isLoneReturn(String text, int at) {
    return text.charAt(at) == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
  }

  /** What stands behind the first colon of any width, or null if there is none. */
  @org.jspecify.annotations.Nullable
  String value() {
    int colon = colon();
    return colon < 0 ? null : text.substring(colon + 1).strip();
  }

  /** What stands before the first colon; empty if there is none. */
  String label() {
    int colon = colon();
    return colon < 0 ? "" : text.substring(0, colon).strip();
  }

  private int colon() {
    int narrow = text.indexOf(':');
    int wide = text.indexOf('\uff1a');
    return narrow < 0 || (wide >= 0 && wide < narrow) ? wide : narrow;
  }
}
