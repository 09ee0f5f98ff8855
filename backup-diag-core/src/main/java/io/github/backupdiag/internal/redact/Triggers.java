package io.github.backupdiag.internal.redact;

/**
 * Tells in one cheap pass that a text cannot hold a secret. Every scanner needs one of these words,
 * or an escape that could hide a letter of one.
 */
final class Triggers {

  private Triggers() {}

  static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at(text, i)) {
        return true;
      }
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
      case 'b', 'B' -> has(text, i, "bearer");
      case 'c', 'C' -> has(text, i, "customdata");
      case 'e' -> text.startsWith("eyJ", i);
      case '-' -> text.startsWith("-----", i);
      case '=' -> text.startsWith("==", i);
      case '3' -> has(text, i, "3d");
      case '@' -> true;
      case '%' -> hidesLetter(text, i);
      case '#' -> i > 0 && (text.charAt(i - 1) == '&' || text.charAt(i - 1) == ';');
      case '\\' -> has(text, i, "\\u00") || has(text, i, "\\x");
      default -> false;
    };
  }

  /** Percent escapes of letters, of the percent sign, and of the colon and dash. */
  private static boolean hidesLetter(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char high = text.charAt(i + 1);
    return (high >= '4' && high <= '7')
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
