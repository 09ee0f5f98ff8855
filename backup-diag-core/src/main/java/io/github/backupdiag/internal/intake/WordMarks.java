package io.github.backupdiag.internal.intake;

/** Tells of each known word whether one message has it, and as which of its words. */
final class WordMarks {

  private final SentenceIndex index;
  private final int[] marks;

  WordMarks(SentenceIndex index) {
    this.index = index;
    marks = new int[index.vocabulary()];
  }

  void mark(int message) {
    for (int i = index.wordsFrom(message); i < index.wordsTo(message); i++) {
      marks[index.messageWord(i)] = i + 1;
    }
  }

  void unmark(int message) {
    for (int i = index.wordsFrom(message); i < index.wordsTo(message); i++) {
      marks[index.messageWord(i)] = 0;
    }
  }

  /** Gives which word of the message a word is, or {@link SentenceIndex#UNKNOWN}. */
  int find(int word) {
    return word < 0 ? SentenceIndex.UNKNOWN : marks[word] - 1;
  }
}
