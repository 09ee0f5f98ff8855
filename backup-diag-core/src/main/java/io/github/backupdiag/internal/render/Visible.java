package io.github.backupdiag.internal.render;

/**
 * Makes characters visible that would act instead of being read: control characters, marks that
 * turn the direction of the text, invisible ones, halves of a pair.
 */
final class Visible {

  private Visible() {}

  /** Gives a text that stays on one line. */
  static String line(String text) {
    return escape(text, false);
  }

  /** Gives a text whose line ends are {@code \n}, in which no other character acts. */
  static String lines(String text) {
    return escape(text.replace("\r\n", "\n"), true);
  }

  private static String escape(String text, boolean keepLines) {
    StringBuilder visible = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' && keepLines) {
                visible.append('\n');
              } else if (c == '\t' && keepLines) {
                visible.append("  ");
              } else if (acts(c)) {
                visible.append(escaped(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  static boolean acts(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isNoCharacter(c);
    };
  }

  private static boolean isNoCharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          "\\u" + (c > 0xFFFF ? "{" + hex(c) + "}" : "0".repeat(4 - hex(c).length()) + hex(c));
    };
  }

  private static String hex(int c) {
    return Integer.toHexString(c);
  }
}
