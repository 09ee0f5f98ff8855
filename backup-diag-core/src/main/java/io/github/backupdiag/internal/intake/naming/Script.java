package io.github.backupdiag.internal.intake.naming;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tells which of the catalog's languages a text is written in, by its script and small words. */
final class Script {

  /** All that it may tell. */
  static final List<String> LANGUAGES = List.of("en", "ko", "ja", "zh-Hant", "de");

  /** The commonest words of German; two of them make a text German. */
  private static final String[] GERMAN = {
    "der", "die", "das", "des", "dem", "den", "ein", "eine", "und", "nicht", "ist", "wird",
    "werden", "auf", "mit", "für", "im", "zu", "von", "sich", "bei"
  };

  private static final int LONGEST = 6;
  private static final int[] HASHES =
      Arrays.stream(GERMAN).mapToInt(String::hashCode).sorted().toArray();
  private static final int ENOUGH = 2;
  private static final int SAMPLE = 20_000;

  private int hangul;
  private int kana;
  private int han;
  private int german;

  private Script() {}

  static String of(String text) {
    Script script = new Script();
    script.read(text, Math.min(text.length(), SAMPLE));
    return script.language();
  }

  private void read(String text, int length) {
    int start = 0;
    int hash = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Letter.of(c) == Letter.Kind.LATIN) {
        hash = hash * 31 + Character.toLowerCase(c);
      } else {
        endOfWord(text, start, i, hash);
        start = i + 1;
        hash = 0;
        count(c);
      }
    }
    endOfWord(text, start, length, hash);
  }

  private void endOfWord(String text, int start, int end, int hash) {
    if (end - start >= 2
        && end - start <= LONGEST
        && Arrays.binarySearch(HASHES, hash) >= 0
        && Arrays.asList(GERMAN).contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
      german++;
    }
  }

  private void count(char c) {
    if (Letter.of(c) == Letter.Kind.OTHER) {
      switch (Character.UnicodeScript.of(c)) {
        case HANGUL -> hangul++;
        case HIRAGANA, KATAKANA -> kana++;
        case HAN -> han++;
        default -> {
          // Other scripts tell no language of the catalog.
        }
      }
    }
  }

  private String language() {
    if (hangul > ENOUGH && hangul >= kana) {
      return "ko";
    } else if (kana > ENOUGH) {
      return "ja";
    } else if (han > ENOUGH) {
      return "zh-Hant";
    }
    return german >= ENOUGH ? "de" : "en";
  }
}
