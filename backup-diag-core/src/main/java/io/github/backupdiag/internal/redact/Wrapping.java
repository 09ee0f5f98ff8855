package io.github.backupdiag.internal.redact;

/**
 * Lines that a mail program or a terminal broke in the middle of a word: at column 76 or 80. The
 * halves are read as one; taken wrongly, that hides a word more at the most.
 */
final class Wrapping {

  private static final int MAIL = 76;
  private static final int TERMINAL = 80;

  private Wrapping() {}

  /** Whether the line end at this index, after so many characters, broke a word. */
  static boolean joins(CharSequence text, int index, int column) {
    char c = text.charAt(index);
    boolean windows = c == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    if (!windows && c != '\n') {
      return false;
    }
    int after = windows ? index + 2 : index + 1;
    return (column == MAIL || column == TERMINAL)
        && after < text.length()
        && belong(text.charAt(index - 1), text.charAt(after));
  }

  /**
   * Whether the sign at this index only says that the line goes on, as in quoted-printable, whose
   * lines are at most 76 long. At the very end of such a line it may also belong to the text.
   */
  static boolean isSoftBreak(CharSequence text, int index, int column, boolean sure) {
    return text.charAt(index) == '='
        && (sure || (column >= MAIL - 6 && column < MAIL - 1))
        && lineEndLength(text, index + 1) > 0;
  }

  /** Whether signs are written as {@code =3D} here and lines end in one that stands for nothing. */
  static boolean isQuotedPrintable(String text) {
    return text.contains("=3D") && (text.contains("=\n") || text.contains("=\r\n"));
  }

  static int lineEndLength(CharSequence text, int index) {
    if (index >= text.length() || !Ascii.isLineEnd(text.charAt(index))) {
      return 0;
    }
    boolean windows =
        text.charAt(index) == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n';
    return windows ? 2 : 1;
  }

  private static boolean belong(char before, char after) {
    boolean spaced = Ascii.isSpace(before) || Ascii.isSpace(after);
    return !spaced && !(Ascii.isQuote(before) && Ascii.isQuote(after));
  }
}
