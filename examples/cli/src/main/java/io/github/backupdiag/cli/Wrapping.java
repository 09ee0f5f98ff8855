package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines by the columns it takes: two for each letter of Chinese, Japanese, Korean.
 */
final class Wrapping {

  private Wrapping() {}

  /** Gives lines of at most so many columns; a word that is longer stays whole. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : pieces(text)) {
      if (line.length() > 0 && width(line) + width(word.stripTrailing()) > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** Takes text apart where a line may end: behind a blank, and around each wide letter. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (isIdeograph(letter) && piece.length() > 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
              }
              piece.appendCodePoint(letter);
              if (letter == ' ') {
                pieces.add(piece.toString());
                piece.setLength(0);
              }
            });
    pieces.add(piece.toString());
    return pieces;
  }

  static int width(CharSequence text) {
    return text.codePoints().map(letter -> isWide(letter) ? 2 : 1).sum();
  }

  private static boolean isIdeograph(int letter) {
    return letter >= 0x3040 && letter <= 0x9FFF;
  }

  private static boolean isWide(int letter) {
    return isBetween(letter, 0x1100, 0x115F)
        || isBetween(letter, 0x2E80, 0xA4CF)
        || isBetween(letter, 0xAC00, 0xD7A3)
        || isBetween(letter, 0xF900, 0xFAFF)
        || isBetween(letter, 0xFE30, 0xFE6F)
        || isBetween(letter, 0xFF00, 0xFF60)
        || isBetween(letter, 0x20000, 0x3FFFD);
  }

  private static boolean isBetween(int letter, int first, int last) {
    return letter >= first && letter <= last;
  }
}
