package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.List;
import java.util.Locale;

/** Recognises a code whose end is missing. */
final class CutCode {

  static final double SCORE = 0.8;
  static final double AMBIGUOUS = 0.6;

  private static final int SHORTEST_AMBIGUOUS = 16;
  private static final int MOST_AMBIGUOUS = 3;

  private static final double SURE_PART = 0.6;

  private CutCode() {}

  /** Gives the codes that begin with a word; none if it is too short to tell. */
  static List<ErrorCode> find(String word, Index index) {
    String form = word.toLowerCase(Locale.ROOT);
    List<ErrorCode> codes = index.beginningWith(form, MOST_AMBIGUOUS + 1);
    if (codes.size() == 1) {
      ErrorCode code = codes.get(0);
      return form.startsWith(Humps.USER_ERROR) || isCut(form, code.code()) ? codes : List.of();
    }
    boolean telling = form.length() >= SHORTEST_AMBIGUOUS && codes.size() <= MOST_AMBIGUOUS;
    return telling && codes.stream().noneMatch(code -> endsWithWord(form, code.code()))
        ? codes
        : List.of();
  }

  /**
   * Words that end where a word of the code ends ({@code ExtensionConfig}) are names in their own
   * right; they have to be most of the code.
   */
  private static boolean isCut(String form, String code) {
    return !endsWithWord(form, code) || form.length() >= SURE_PART * code.length();
  }

  private static boolean endsWithWord(String form, String code) {
    int end = 0;
    for (String hump : Humps.of(code)) {
      end += hump.length();
      if (end == form.length()) {
        return true;
      }
    }
    return false;
  }
}
