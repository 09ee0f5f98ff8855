package io.github.backupdiag.internal.intake;

/**
 * Lays a message over a stretch of a text and finds the piece that reads most like it: what of the
 * message stands there, less what else does. Words may stand in any order.
 */
final class Alignment {

  // A name put in, or a polite word, costs less than a word of the message that is missing.
  private static final float EXTRA = 0.5f;
  private static final float UNKNOWN_WORD = 0.5f;
  private static final float MOST_EXTRA = 2;
  private static final float BORDER = 1000;

  /** What sums of the same numbers in another order may differ by. */
  private static final double NOTHING = 1e-6;

  /** One word of grammar or two may be gone between neighbours. */
  private static final int LONGEST_STEP = 3;

  /** With less of a message there is no need to look closer. */
  private static final float LEAST_RECALL = 0.4f;

  private final SentenceIndex index;
  private final int message;
  private final WordBlock text;
  private final int length;
  // The words of the text that the message has: where, which, and what else stood before them.
  private final int[] at;
  private final int[] met;
  private final float[] extra;
  private double best;
  private int first = -1;
  private int last = -1;
  private float matched;

  /**
   * Lays a message over the words of a text around a place.
   *
   * @param marks the words of the message, marked
   */
  Alignment(SentenceIndex index, WordMarks marks, int message, WordBlock text, int place) {
    this.index = index;
    this.message = message;
    this.text = text;
    length = index.wordsTo(message) - index.wordsFrom(message);
    int from = Math.max(0, place - index.reach(message));
    int to = Math.min(text.count(), place + index.reach(message) + 1);
    int hits = worthwhileHits(marks, from, to);
    at = new int[hits];
    met = new int[hits];
    extra = new float[hits];
    if (hits > 0) {
      meet(marks, from, to);
      choose();
    }
  }

  /** Counts the words of the message, 0 if they say too little together. */
  private int worthwhileHits(WordMarks marks, int from, int to) {
    boolean[] seen = new boolean[length];
    int hits = 0;
    float said = 0;
    for (int place = from; place < to; place++) {
      int found = marks.find(text.word(place));
      if (found != SentenceIndex.UNKNOWN) {
        hits++;
        int own = found - index.wordsFrom(message);
        said += seen[own] ? 0 : index.messageWordWeight(found);
        seen[own] = true;
      }
    }
    return said >= LEAST_RECALL * index.total(message) ? hits : 0;
  }

  private void meet(WordMarks marks, int from, int to) {
    float others = 0;
    int hit = 0;
    for (int place = from; place < to; place++) {
      int word = text.word(place);
      int found = marks.find(word);
      if (found == SentenceIndex.UNKNOWN) {
        others += extra(word);
      } else {
        at[hit] = place;
        met[hit] = found;
        extra[hit++] = others;
      }
    }
  }

  private float extra(int word) {
    if (word < 0) {
      return word == SentenceIndex.BORDER ? BORDER : UNKNOWN_WORD;
    }
    return Math.min(MOST_EXTRA, index.weight(word));
  }

  private void choose() {
    int reach = index.reach(message);
    int[] seen = new int[length];
    for (int begin = 0; begin < at.length; begin++) {
      chooseFrom(begin, reach, seen);
    }
  }

  private void chooseFrom(int begin, int reach, int[] seen) {
    float sum = 0;
    for (int i = begin; i < at.length && at[i] - at[begin] <= reach; i++) {
      if (seen[own(i)] == begin + 1) {
        continue;
      }
      seen[own(i)] = begin + 1;
      sum += index.messageWordWeight(met[i]);
      double score = sum / (index.total(message) + EXTRA * (extra[i] - extra[begin]));
      if (score > best + NOTHING) {
        best = score;
        first = begin;
        last = i;
        matched = sum;
      }
    }
  }

  private int own(int i) {
    return met[i] - index.wordsFrom(message);
  }

  /** How much of both is the same, 0 to 1. */
  double overlap() {
    return best;
  }

  /** How much the words say that both have. */
  float matched() {
    return matched;
  }

  /** The share of the message that stands in the text. */
  double recall() {
    return matched / index.total(message);
  }

  /** The share of the piece of text that is of the message. */
  double precision() {
    return matched / (matched + extra[last] - extra[first]);
  }

  /** The share of neighbours that are neighbours in the message, too, or nearly. */
  double order() {
    boolean[] seen = new boolean[length];
    int pairs = 0;
    int kept = 0;
    int before = -1;
    for (int i = first; i <= last; i++) {
      if (!seen[own(i)]) {
        seen[own(i)] = true;
        int step = index.place(met[i]) - before;
        pairs += before < 0 ? 0 : 1;
        kept += before >= 0 && step > 0 && step <= LONGEST_STEP ? 1 : 0;
        before = index.place(met[i]);
      }
    }
    return pairs == 0 ? 1 : (double) kept / pairs;
  }

  /** Counts the words of the message that stand in the text, are of one kind and say enough. */
  int count(int kinds, float leastWeight) {
    boolean[] seen = new boolean[length];
    int count = 0;
    for (int i = first; i <= last; i++) {
      if (!seen[own(i)]) {
        seen[own(i)] = true;
        boolean heavy = index.messageWordWeight(met[i]) >= leastWeight;
        count += heavy && (index.kindsOfMessageWord(met[i]) & kinds) != 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Counts the words of a kind in the piece of text, of the message or not. */
  int inText(int kind) {
    int count = 0;
    for (int place = at[first]; place <= at[last]; place++) {
      count += (index.kinds(text.word(place)) & kind) == 0 ? 0 : 1;
    }
    return count;
  }

  /** Counts the words of a kind in the message. */
  int inMessage(int kind) {
    int count = 0;
    for (int i = index.wordsFrom(message); i < index.wordsTo(message); i++) {
      count += (index.kindsOfMessageWord(i) & kind) == 0 ? 0 : 1;
    }
    return count;
  }

  /** Takes a piece of the text. */
  interface Piece {

    boolean holds(int start, int end);
  }

  /**
   * Tells whether something holds for the piece that was found, or for one without its first or
   * last word, or for one that begins and ends as the message does: what stands around may have
   * lent the message a word that it had lost.
   */
  boolean anyHolds(Piece test) {
    return holds(test, first, last)
        || (first < last && (holds(test, first, last - 1) || holds(test, first + 1, last)))
        || anyWholeHolds(test);
  }

  private boolean holds(Piece test, int begin, int end) {
    return test.holds(text.start(at[begin]), text.end(at[end]));
  }

  private boolean anyWholeHolds(Piece test) {
    int lastPlace = lastPlace();
    for (int begin = 0; begin < met.length; begin++) {
      for (int end = begin + 1; index.place(met[begin]) == 0 && end < met.length; end++) {
        if (index.place(met[end]) == lastPlace && holds(test, begin, end)) {
          return true;
        }
      }
    }
    return false;
  }

  private int lastPlace() {
    int lastPlace = 0;
    for (int i = index.wordsFrom(message); i < index.wordsTo(message); i++) {
      lastPlace = Math.max(lastPlace, index.place(i));
    }
    return lastPlace;
  }

  boolean isEmpty() {
    return first < 0;
  }

  Likeness likeness(double score) {
    return new Likeness(index.pattern(message), score, text.start(at[first]), text.end(at[last]));
  }
}
