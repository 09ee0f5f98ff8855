package io.github.backupdiag.internal.intake.naming;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of a text: words without their endings, and pairs of neighbours where a script has no
 * blanks between words.
 */
final class Terms {

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{IsLatin}\\p{IsDigit}][\\p{IsLatin}\\p{IsDigit}\\p{M}._+-]*|[^\\p{IsLatin}\\W]+",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern PARTS =
      Pattern.compile("[._+-]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{Nd})");

  /** Folders of a path: they stand in many lines that have nothing in common. */
  private static final Pattern FOLDERS =
      Pattern.compile("(?:[A-Za-z]:)?[/\\\\](?:[\\w.{}<>*-]+[/\\\\])+");

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;

  private Terms() {}

  /** Gives the terms of a text, each with a word of the text that it was made of. */
  static Map<String, String> of(String text) {
    Map<String, String> terms = new LinkedHashMap<>();
    Matcher words =
        WORD.matcher(
            FOLDERS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" "));
    while (words.find()) {
      String word = words.group();
      if (Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN
          || Character.isDigit(word.charAt(0))) {
        latin(word, terms);
      } else {
        pairs(word, terms);
      }
    }
    return terms;
  }

  /** Tells whether a term is a pair of letters of a script without blanks. */
  static boolean isPair(String term) {
    return term.codePointCount(0, term.length()) == 2;
  }

  private static void latin(String word, Map<String, String> terms) {
    add(word, terms);
    String[] parts = PARTS.split(word, -1);
    if (parts.length > 1) {
      for (String part : parts) {
        add(part, terms);
      }
    }
  }

  private static void add(String word, Map<String, String> terms) {
    String bare = word.replaceAll("[._+-]+$", "");
    if (bare.length() >= SHORTEST && bare.length() <= LONGEST && !isNumber(bare)) {
      terms.putIfAbsent(stem(bare.toLowerCase(Locale.ROOT)), bare);
    }
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-' || c == '_');
  }

  /** Endings of English and German that make no other word of a word. */
  private static String stem(String word) {
    for (String ending : new String[] {"ing", "ies", "ed", "es", "en", "er", "s", "e", "n"}) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static void pairs(String word, Map<String, String> terms) {
    int[] letters = word.codePoints().toArray();
    for (int i = 0; i + 1 < letters.length; i++) {
      String pair = new String(letters, i, 2);
      terms.putIfAbsent(pair, pair);
    }
  }
}
