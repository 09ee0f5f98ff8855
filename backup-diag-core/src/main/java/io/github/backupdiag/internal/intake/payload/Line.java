package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text.
 *
 * @param text without its end
 * @param number from 1
 */
record Line(String text, int number) {

  /** Lines of text take far more room than the text; nobody types so many. */
  private static final int MOST = 100_000;

  /** Takes a text apart; gives nothing for one of absurdly many lines. */
  static List<Line> of(String text, int first) {
    if (text.chars().filter(c -> c == '\n').limit(MOST).count() == MOST) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      boolean cr = to > from && text.charAt(to - 1) == '\r';
      lines.add(new Line(text.substring(from, cr ? to - 1 : to), first + lines.size()));
      from = to + 1;
    }
    return lines;
  }

  static String joined(List<Line> lines) {
    StringBuilder joined = new StringBuilder();
    for (Line line : lines) {
      joined.append(joined.isEmpty() ? "" : "\n").append(line.text());
    }
    return joined.toString();
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
