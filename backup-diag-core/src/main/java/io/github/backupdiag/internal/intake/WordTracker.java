package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Picks the words that may be a code or a number while a text goes by. */
final class WordTracker {

  /** Shorter words are no codes. */
  static final int SHORTEST = 12;

  private static final int LONGEST = 128;
  private static final int LONGEST_NUMBER = 9;

  private final String text;
  private final List<Word> found = new ArrayList<>(4);
  private int length;
  private int digits;
  private boolean ascii;
  private int first;
  private int start;
  private int end;

  WordTracker(String text) {
    this.text = text;
  }

  /** Takes one folded character. */
  void take(int c, boolean joined, int place, int from, int to) {
    if (!joined) {
      end();
      length = 0;
      digits = 0;
      ascii = true;
      first = place;
      start = from;
    }
    length++;
    digits += c >= '0' && c <= '9' ? 1 : 0;
    ascii &= c < 0x80;
    end = to;
  }

  /** Ends the last word. */
  void end() {
    boolean number = digits == length && length > 0 && length <= LONGEST_NUMBER;
    if (number || (ascii && length >= SHORTEST && length <= LONGEST)) {
      // Of another length if there are underscores, or characters that stand for several.
      String plain = Escapes.undone(text, start, end);
      if (plain.length() == length && (number || looksLikeCode(plain))) {
        found.add(new Word(plain, first, start, end));
      }
    }
  }

  List<Word> found() {
    return found;
  }

  private static boolean looksLikeCode(String word) {
    return Humps.isCamel(word) || word.toLowerCase(Locale.ROOT).startsWith(Humps.USER_ERROR);
  }
}
