package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a text that nearly read as a message does. Takes the words as they go by; a
 * message is looked at only where enough of its rare words stood near each other. Works in blocks
 * that overlap, so that any text needs the same little memory.
 */
final class SimilarSearch implements WordSplitter.Listener {

  private static final int[] NONE = {};

  /** A message that may stand around a place of the block. */
  private record Hint(int message, int place) {}

  private final SentenceIndex index;
  private final IntFunction<Pattern> patterns;
  private final String text;
  private final WordBlock block;
  private final List<Hint> hints = new ArrayList<>(4);
  private final List<Likeness> found = new ArrayList<>(4);

  private @Nullable WordMarks marks;

  // By message: how much its rare words said lately, and where and which the last one was.
  private float[] heard = {};
  private int[] lastPlace = NONE;
  private int[] lastWord = NONE;

  SimilarSearch(SentenceIndex index, IntFunction<Pattern> patterns, String text) {
    this.index = index;
    this.patterns = patterns;
    this.text = text;
    block = new WordBlock(text.length());
  }

  @Override
  public void word(int stem, int start, int end) {
    if (beginsEntry(start)) {
      add(SentenceIndex.BORDER, start, start);
    }
    add(index.word(stem), start, end);
  }

  private void add(int word, int start, int end) {
    if (block.isFull()) {
      look();
      goOn();
    }
    block.add(word, start, end);
    hear(word, block.count() - 1);
  }

  /** A line that begins with a number: most logs have a time there, wrapped prose has not. */
  private boolean beginsEntry(int start) {
    // Of characters that combine, only the first has a place of its own.
    if (start == text.length() || !isDigit(text.charAt(start))) {
      return false;
    }
    int at = start - 1;
    while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '[')) {
      at--;
    }
    return at >= 0 && (text.charAt(at) == '\n' || text.charAt(at) == '\r' || endsEscape(at));
  }

  private static boolean isDigit(char c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  private boolean endsEscape(int at) {
    return at > 0 && text.charAt(at) == 'n' && text.charAt(at - 1) == '\\';
  }

  /** Gives what was found when the text has ended. */
  List<Likeness> found() {
    look();
    return found;
  }

  private void hear(int word, int place) {
    if (word < 0 || index.anchorsFrom(word) == index.anchorsTo(word)) {
      return;
    }
    if (heard.length == 0) {
      heard = new float[index.messages()];
      lastPlace = new int[index.messages()];
      lastWord = new int[index.messages()];
      Arrays.fill(lastWord, SentenceIndex.UNKNOWN);
    }
    for (int i = index.anchorsFrom(word); i < index.anchorsTo(word); i++) {
      hear(word, place, index.anchorMessage(i), index.anchorWeight(i));
    }
  }

  private void hear(int word, int place, int message, float weight) {
    if (place - lastPlace[message] > index.reach(message)) {
      heard[message] = 0;
      lastWord[message] = SentenceIndex.UNKNOWN;
    }
    lastPlace[message] = place;
    if (lastWord[message] != word) {
      lastWord[message] = word;
      heard[message] += weight;
      if (heard[message] >= index.gate(message)) {
        heard[message] = 0;
        hints.add(new Hint(message, place));
      }
    }
  }

  private void look() {
    for (Hint hint : hints) {
      Alignment alignment = align(hint);
      int pattern = index.pattern(hint.message);
      double score = Similarity.of(alignment, (start, end) -> isChangedOnce(pattern, start, end));
      if (score > 0) {
        found.add(alignment.likeness(score));
      }
    }
    hints.clear();
  }

  private Alignment align(Hint hint) {
    WordMarks known = marks == null ? new WordMarks(index) : marks;
    marks = known;
    known.mark(hint.message);
    Alignment alignment = new Alignment(index, known, hint.message, block, hint.place);
    known.unmark(hint.message);
    return alignment;
  }

  private boolean isChangedOnce(int pattern, int start, int end) {
    String read = NormalForm.of(text.substring(start, end));
    return SingleChange.separates(read, patterns.apply(pattern).form());
  }

  /** Starts the next block with the end of the last: a sentence may stand across. */
  private void goOn() {
    block.keepLast(Math.min(2 * index.longestReach(), block.count() / 2));
    Arrays.fill(heard, 0);
    Arrays.fill(lastPlace, 0);
    Arrays.fill(lastWord, SentenceIndex.UNKNOWN);
    for (int place = 0; place < block.count(); place++) {
      hear(block.word(place), place);
    }
  }
}
