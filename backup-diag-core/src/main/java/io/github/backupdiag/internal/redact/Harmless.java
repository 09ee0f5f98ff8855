package io.github.backupdiag.internal.redact;

import java.util.Locale;
import java.util.Set;

/** Values that stand where a secret could stand and are none. */
final class Harmless {

  private static final Set<String> LITERALS =
      Set.of("null", "none", "nil", "true", "false", "yes", "no", "y", "n", "redacted", "%s");

  static final int ORDINARY_LENGTH = 16;

  private Harmless() {}

  /**
   * A literal, a mask such as {@code ****}, a placeholder such as {@code <password>}, a variable.
   */
  static boolean isPlaceholder(PlainText text, int start, int end) {
    int length = end - start;
    if (length > 60) {
      return false;
    }
    String value = text.plain(start, end).toLowerCase(Locale.ROOT);
    return length == 0
        || LITERALS.contains(value)
        || value.chars().allMatch(c -> c == '*')
        || isBracketed(value);
  }

  private static boolean isBracketed(String value) {
    return isNameIn(value, "<", ">") || isNameIn(value, "${", "}") || isNameIn(value, "{", "}");
  }

  private static boolean isNameIn(String value, String open, String close) {
    int inner = value.length() - open.length() - close.length();
    return inner > 0
        && value.startsWith(open)
        && value.endsWith(close)
        && value.substring(open.length(), open.length() + inner).chars().allMatch(Harmless::isWord);
  }

  private static boolean isWord(int c) {
    return c == '-' || c == '_' || c == ' ' || Character.isLetterOrDigit(c);
  }

  /**
   * A number of up to three digits, or a short word of letters that the text goes on after: {@code
   * sig=9}, {@code bearer of}. At the end of the text a word may be a secret cut off.
   */
  static boolean isOrdinary(PlainText text, int start, int end) {
    int length = end - start;
    if (length >= ORDINARY_LENGTH) {
      return false;
    }
    return isWordOfOneCase(text, start, end)
        ? end < text.length()
        : length <= 3 && text.plain(start, end).chars().allMatch(c -> Ascii.isDigit((char) c));
  }

  private static boolean isWordOfOneCase(PlainText text, int start, int end) {
    boolean upper = end - start > 1 && Ascii.isUpper(text.at(start + 1));
    for (int i = start; i < end; i++) {
      char c = text.at(i);
      if (!Ascii.isLetter(c) || (i > start && Ascii.isUpper(c) != upper)) {
        return false;
      }
    }
    return true;
  }
}
