package io.github.backupdiag.internal.intake;

/** The last words of a text: which ones they are and where they stand. */
final class WordBlock {

  private static final int MOST = 2048;

  private final int[] words;
  private final int[] starts;
  private final int[] ends;
  private int count;

  /** Makes room for all words of a short text, or for a part of a long one. */
  WordBlock(int lengthOfText) {
    int size = Math.min(MOST, lengthOfText);
    words = new int[size];
    starts = new int[size];
    ends = new int[size];
  }

  boolean isFull() {
    return count == words.length;
  }

  int count() {
    return count;
  }

  void add(int word, int start, int end) {
    words[count] = word;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** Drops all but the last words. */
  void keepLast(int kept) {
    int dropped = count - kept;
    System.arraycopy(words, dropped, words, 0, kept);
    System.arraycopy(starts, dropped, starts, 0, kept);
    System.arraycopy(ends, dropped, ends, 0, kept);
    count = kept;
  }

  /** Gives the number of a word, or {@link SentenceIndex#UNKNOWN}. */
  int word(int place) {
    return words[place];
  }

  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return ends[place];
  }
}
