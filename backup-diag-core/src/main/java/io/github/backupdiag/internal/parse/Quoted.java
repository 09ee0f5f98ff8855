package io.github.backupdiag.internal.parse;

import org.jspecify.annotations.Nullable;

/** Names in quotation marks of any language. */
final class Quoted {

  private static final String MARKS =
      "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d";
  private static final int LONGEST = 120;

  private Quoted() {}

  /** The quoted text that a line ends with, or null. */
  static @Nullable String atEnd(String line) {
    int end = line.length() - 1;
    if (end < 2 || MARKS.indexOf(line.charAt(end)) < 0) {
      return null;
    }
    for (int at = end - 1; at >= Math.max(0, end - LONGEST); at--) {
      if (MARKS.indexOf(line.charAt(at)) >= 0) {
        return at + 1 == end ? null : line.substring(at + 1, end).strip();
      }
    }
    return null;
  }

  /** The last quoted text of a piece, or null. */
  static @Nullable String lastIn(String piece) {
    for (int end = piece.length() - 1; end > 1; end--) {
      if (MARKS.indexOf(piece.charAt(end)) >= 0) {
        return atEnd(piece.substring(0, end + 1));
      }
    }
    return null;
  }
}
