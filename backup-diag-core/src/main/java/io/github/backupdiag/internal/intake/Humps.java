package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.List;

/** The parts of a word such as {@code VmNotFoundV2}: Vm, Not, Found, V2. */
final class Humps {

  /** How most codes that are the user's to solve begin. */
  static final String PREFIX = "UserError";

  /** The same in lower case. */
  static final String USER_ERROR = "usererror";

  private Humps() {}

  /** Tells whether a capital follows a small letter. */
  static boolean isCamel(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (isUpper(word.charAt(i)) && isLower(word.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  // Nearly all are ASCII, for which asking the tables of Unicode takes most of a search's time.
  private static boolean isUpper(char c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
  }

  private static boolean isLower(char c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
  }

  /** Splits at capitals; {@code COMError} and {@code VMNot} give two parts each. */
  static List<String> of(String word) {
    List<String> humps = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= word.length(); i++) {
      if (i == word.length() || begins(word, i)) {
        humps.add(word.substring(from, i));
        from = i;
      }
    }
    return humps;
  }

  private static boolean begins(String word, int i) {
    char before = word.charAt(i - 1);
    char here = word.charAt(i);
    if (!Character.isUpperCase(here)) {
      return !Character.isLetterOrDigit(before);
    }
    boolean smallFollows = i + 1 < word.length() && Character.isLowerCase(word.charAt(i + 1));
    return !Character.isUpperCase(before) || smallFollows;
  }
}
