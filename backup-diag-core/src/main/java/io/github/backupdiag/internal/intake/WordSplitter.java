package io.github.backupdiag.internal.intake;

/**
 * Splits the normal form of a text into what sentences are compared by: stems of words, and pairs
 * of neighbours in scripts that set no blanks between words.
 */
final class WordSplitter {

  /** Takes one word of a text. */
  interface Listener {

    /**
     * Takes one word.
     *
     * @param stem its number
     * @param start place in the text
     * @param end place in the text
     */
    void word(int stem, int start, int end);
  }

  // No word of any language is longer; what is, differs in its first letters as well.
  private static final int LONGEST = 40;

  private final Listener listener;
  private final char[] word = new char[LONGEST];
  private int length;
  private int start;
  private int end;
  private int previousCjk;
  private int previousStart;

  WordSplitter(Listener listener) {
    this.listener = listener;
  }

  /** Takes one folded character. */
  void take(int c, boolean joined, int from, int to) {
    if (Folding.isCjk(c)) {
      endWord();
      pair(c, from, to);
      return;
    }
    if (!joined) {
      endWord();
      start = from;
    }
    if (length < LONGEST) {
      word[length++] = (char) c;
    }
    end = to;
  }

  /** Ends the last word. */
  void endWord() {
    if (length > 0) {
      listener.word(Stem.of(word, length), start, end);
      length = 0;
      previousCjk = 0;
    }
  }

  private void pair(int c, int from, int to) {
    if (previousCjk != 0) {
      listener.word(Stem.ofPair(previousCjk, c), previousStart, to);
    }
    previousCjk = c;
    previousStart = from;
  }
}
