package io.github.backupdiag.internal.intake;

/**
 * The part of a word that its forms share, as a number. Cut by length rather than by grammar: it
 * has to do for every language of the catalog.
 */
final class Stem {

  private static final int LONGEST = 6;
  private static final int SHORTEST_WITH_ENDING = 5;
  private static final int SHORTEST_LEFT = 3;

  private Stem() {}

  /** Gives the stem of a folded word. */
  static int of(char[] word, int length) {
    int end = Math.min(LONGEST, withoutEnding(word, length));
    int hash = end;
    for (int i = 0; i < end; i++) {
      hash = hash * 31 + word[i];
    }
    return mixed(hash);
  }

  /** Gives the stem of a folded word. */
  static int of(String word) {
    return of(word.toCharArray(), word.length());
  }

  /** Gives the number of two neighbours in a script that sets no blanks between words. */
  static int ofPair(int first, int second) {
    return mixed(first << 16 | second);
  }

  private static int mixed(int hash) {
    int mixed = hash * 0x9e3779b9;
    mixed = (mixed ^ mixed >>> 15) * 0x85ebca6b;
    return mixed ^ mixed >>> 13;
  }

  private static int withoutEnding(char[] word, int length) {
    int left = length < SHORTEST_WITH_ENDING ? length : length - ending(word, length);
    boolean mute = left > SHORTEST_LEFT && word[left - 1] == 'e';
    return mute ? left - 1 : left;
  }

  private static int ending(char[] word, int length) {
    char last = word[length - 1];
    char before = word[length - 2];
    if (last == 'd' && before == 'e') {
      return 2;
    }
    if (last == 'g' && before == 'n' && word[length - 3] == 'i') {
      return length > SHORTEST_WITH_ENDING ? 3 : 0;
    }
    return last == 's' && before != 's' ? 1 : 0;
  }
}
