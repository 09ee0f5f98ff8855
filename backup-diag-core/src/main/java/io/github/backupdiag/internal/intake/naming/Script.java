package io.github.backupdiag.internal.intake.naming;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which of the catalog's languages a text is written in, by its script and small words. */
final class Script {

  /** The commonest words of German; two of them make a text German. */
  private static final Set<String> GERMAN =
      Set.of(
          "der", "die", "das", "des", "dem", "den", "ein", "eine", "und", "nicht", "ist", "wird",
          "werden", "auf", "mit", "für", "im", "zu", "von", "sich", "bei");

  private static final Pattern NO_LETTERS = Pattern.compile("\\P{L}+");
  private static final int ENOUGH = 2;

  private Script() {}

  static String of(String text) {
    int hangul = 0;
    int kana = 0;
    int han = 0;
    int length = Math.min(text.length(), 20_000);
    for (int i = 0; i < length; i++) {
      switch (Character.UnicodeScript.of(text.charAt(i))) {
        case HANGUL -> hangul++;
        case HIRAGANA, KATAKANA -> kana++;
        case HAN -> han++;
        default -> {
          // Other scripts tell no language of the catalog.
        }
      }
    }
    if (hangul > ENOUGH && hangul >= kana) {
      return "ko";
    } else if (kana > ENOUGH) {
      return "ja";
    } else if (han > ENOUGH) {
      return "zh-Hant";
    }
    return isGerman(text.substring(0, length)) ? "de" : "en";
  }

  private static boolean isGerman(String text) {
    int found = 0;
    for (String word : NO_LETTERS.split(text.toLowerCase(Locale.ROOT), -1)) {
      found += GERMAN.contains(word) ? 1 : 0;
    }
    return found >= ENOUGH;
  }
}
