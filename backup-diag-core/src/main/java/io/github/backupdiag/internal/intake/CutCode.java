package io.github.backupdiag.internal.intake;

import io.github.backupdiag.catalog.ErrorCode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises a code whose end is missing. */
final class CutCode {

  static final double SCORE = 0.8;

  private static final double SURE_PART = 0.6;

  private CutCode() {}

  /** Gives the only code that begins with a word, or null. */
  static @Nullable ErrorCode find(String word, Index index) {
    String form = word.toLowerCase(Locale.ROOT);
    List<ErrorCode> codes = index.beginningWith(form);
    if (codes.size() != 1) {
      return null;
    }
    ErrorCode code = codes.get(0);
    return form.startsWith(Humps.USER_ERROR) || isCut(form, code.code()) ? code : null;
  }

  /**
   * Words that end where a word of the code ends ({@code ExtensionConfig}) are names in their own
   * right; they have to be most of the code.
   */
  private static boolean isCut(String form, String code) {
    int end = 0;
    for (String hump : Humps.of(code)) {
      end += hump.length();
      if (end == form.length()) {
        return end >= SURE_PART * code.length();
      }
    }
    return true;
  }
}
