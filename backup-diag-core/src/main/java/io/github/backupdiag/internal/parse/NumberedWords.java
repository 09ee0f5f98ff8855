package io.github.backupdiag.internal.parse;

import java.util.List;
import java.util.Locale;

/** Tells whether a text may name an event by its number: most texts do not, and need no search. */
final class NumberedWords {

  /** The last words before the number of an event, and sources that stand right before it. */
  private static final List<String> WORDS =
      List.of(
          "event",
          "events",
          "id",
          "log",
          "code",
          "kennung",
          "événement",
          "evento",
          "イベント",
          "이벤트",
          "事件",
          "vss",
          "volsnap");

  private static final String GERMAN = "ereignis";
  private static final String SOURCE_WITH_DIGIT = "capi2";
  private static final int GAP = 6;
  private static final int LONGEST = 24;

  private NumberedWords() {}

  static boolean mayName(String text) {
    for (int at = 1; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at)) && follows(text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean follows(String text, int number) {
    int end = number;
    while (end > 0 && number - end < GAP && isBetween(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start < end && isOfEvents(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static boolean isOfEvents(String word) {
    return word.contains(GERMAN)
        || word.endsWith(SOURCE_WITH_DIGIT)
        || WORDS.stream().anyMatch(word::endsWith);
  }

  private static boolean isBetween(char c) {
    return !Character.isLetterOrDigit(c) && c != ';';
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
