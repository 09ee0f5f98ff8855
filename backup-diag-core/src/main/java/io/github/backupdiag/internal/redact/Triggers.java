package io.github.backupdiag.internal.redact;

/**
 * Tells in one cheap pass that a text cannot hold a secret. Every scanner needs one of these words,
 * or an escape that could hide a letter of one.
 */
final class Triggers {

  /** A run of base64 of this length may hold a text in which a secret stands. */
  static final int LONG_RUN = 40;

  private Triggers() {}

  static boolean in(String text) {
    int run = 0;
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      run = Ascii.isBase64(c) ? run + 1 : 0;
      if (run == LONG_RUN
          || at(text, i)
          || Wrapping.joins(text, i, column)
          || Wrapping.isSoftBreak(text, i, column, false)) {
        return true;
      }
      column = c == '\n' ? 0 : column + 1;
    }
    return false;
  }

  private static boolean at(String text, int i) {
    return switch (text.charAt(i)) {
      case 's', 'S' -> has(text, i, "sig") || has(text, i, "secret") || has(text, i, "sk");
      case 'k', 'K' -> has(text, i, "key");
      case 'p', 'P' -> has(text, i, "pass") || has(text, i, "pwd") || has(text, i, "protected");
      case 't', 'T' -> has(text, i, "token");
      case 'a', 'A' -> has(text, i, "auth") || has(text, i, "assertion");
      case 'l', 'L' -> has(text, i, "login");
      case 'b', 'B' -> has(text, i, "bearer");
      case 'c', 'C' -> isOfC(text, i);
      case 'u', 'U' -> has(text, i, "userdata");
      case 'e', 'E' -> text.startsWith("eyJ", i) || has(text, i, "encryption");
      case 'n', 'N' -> has(text, i, "net") && !isLetterAt(text, i + 3);
      case '.' -> has(text, i, ".blob.") || isOtherService(text, i);
      case '\0' -> true;
      case '_' -> i + 9 < text.length() && text.charAt(i + 9) == '-';
      case '-' -> text.startsWith("-----", i) || (isDigits(text, i - 6) && isDigits(text, i + 1));
      case '=' -> text.startsWith("==", i);
      case '3' -> has(text, i, "3d");
      case '@' -> true;
      case '%' -> hidesLetter(text, i);
      case '&' -> has(text, i, "&equals") || has(text, i, "&colon") || has(text, i, "&hyphen");
      case '#' -> i > 0 && (text.charAt(i - 1) == '&' || text.charAt(i - 1) == ';');
      case '\\' -> has(text, i, "\\u00") || has(text, i, "\\x");
      default -> false;
    };
  }

  private static boolean isOfC(String text, int i) {
    return has(text, i, "customdata")
        || has(text, i, "containerid")
        || has(text, i, "convertto-s")
        || has(text, i, "curl")
        || has(text, i, "cookie");
  }

  private static boolean isOtherService(String text, int i) {
    return has(text, i, ".queue.")
        || has(text, i, ".file.")
        || has(text, i, ".table.")
        || has(text, i, ".dfs.")
        || has(text, i, ".web.");
  }

  private static boolean isLetterAt(String text, int i) {
    return i < text.length() && Ascii.isLetter(text.charAt(i));
  }

  private static boolean isDigits(String text, int from) {
    return from >= 0
        && from + 5 < text.length()
        && Ascii.isDigit(text.charAt(from))
        && Ascii.isDigit(text.charAt(from + 5));
  }

  /** Percent escapes of letters, of the percent sign, and of the colon and dash. */
  private static boolean hidesLetter(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char high = text.charAt(i + 1);
    return (high >= '4' && high <= '7')
        || has(text, i, "%u00")
        || has(text, i, "%25")
        || has(text, i, "%2d")
        || has(text, i, "%3a");
  }

  private static boolean has(String text, int i, String word) {
    if (i + word.length() > text.length()) {
      return false;
    }
    for (int k = 1; k < word.length(); k++) {
      if (Ascii.lower(text.charAt(i + k)) != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }
}
