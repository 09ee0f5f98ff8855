package io.github.backupdiag.internal.render;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a terminal, where a wide character takes two columns. */
final class Columns {

  private static final String NEVER_FIRST = "、。，．・：；？！）］｝」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%";

  private static final String NEVER_LAST = "（［｛「『【〈《〔([{";

  private Columns() {}

  /** Tells how many columns a text takes. */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** Ranges of "W" and "F" in Unicode's EastAsianWidth.txt, gaps between them taken as wide. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || isHangul(c)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  private static boolean isHangul(int c) {
    return (c >= 0xA960 && c <= 0xA97C) || (c >= 0xAC00 && c <= 0xD7A3);
  }

  /** Breaks between words, between characters of a script without blanks, else anywhere. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      boolean first = true;
      for (String piece : pieces(word)) {
        String blank = first && line.length() > 0 ? " " : "";
        first = false;
        if (width(line + blank + piece) <= columns) {
          line.append(blank).append(piece);
          continue;
        }
        if (line.length() > 0) {
          lines.add(line.toString());
        }
        List<String> cut = cut(piece, columns);
        lines.addAll(cut.subList(0, cut.size() - 1));
        line = new StringBuilder(cut.get(cut.size() - 1));
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** Breaks wherever a line is full, keeping every character. */
  static List<String> cut(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      if (used + width(c) > columns) {
        lines.add(line.toString());
        line = new StringBuilder();
        used = 0;
      }
      line.appendCodePoint(c);
      used += width(c);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Takes a word apart where a line may end within it. */
  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int last = 0;
    for (int c : word.codePoints().toArray()) {
      if (last != 0 && mayBreak(last, c)) {
        pieces.add(piece.toString());
        piece = new StringBuilder();
      }
      piece.appendCodePoint(c);
      last = c;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean mayBreak(int left, int right) {
    return (isIdeograph(left) || isIdeograph(right))
        && NEVER_FIRST.indexOf(right) < 0
        && NEVER_LAST.indexOf(left) < 0;
  }

  /** Korean is written with blanks between words and is broken there. */
  private static boolean isIdeograph(int c) {
    return isWide(c) && !isHangul(c);
  }
}
