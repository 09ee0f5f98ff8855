package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.List;

/** One pass over a text. Not reusable. */
final class Scan {

  static final double EXACT_MESSAGE = 0.95;

  // A long message in the midst of letters is no accident: copied pages lose blanks.
  private static final int FREE_OF_WORD_BORDERS = 24;

  private final Index index;
  private final Automaton automaton;
  private final NormalForm form;
  private final Joints joints;
  private final WordTracker words;
  private final SimilarSearch similar;
  private final WordSplitter splitter;
  private final int mask;
  private final int[] starts;
  private final boolean[] glued;
  private final List<Hit> names = new ArrayList<>(4);
  private final List<Hit> messages = new ArrayList<>(4);

  private int count;
  private int state = Automaton.ROOT;
  private int previousEnd;

  private Scan(Index index, String text, int limit) {
    this.index = index;
    automaton = index.automaton();
    form = new NormalForm(text, limit);
    joints = new Joints(text);
    words = new WordTracker(text);
    similar = new SimilarSearch(index.sentences(), index::pattern, text);
    splitter = new WordSplitter(similar);
    int ring = Integer.highestOneBit(Math.min(index.longest(), limit) + 1) << 1;
    mask = ring - 1;
    starts = new int[ring];
    glued = new boolean[ring];
  }

  /** Reads a text up to a limit. */
  static Findings of(Index index, String text, int limit) {
    Scan scan = new Scan(index, text, limit);
    scan.run();
    return new Findings(
        text, scan.count, scan.names, scan.messages, scan.words.found(), scan.similar.found());
  }

  private void run() {
    for (int c = form.next(); c >= 0; c = form.next()) {
      boolean joined = joints.isJoined(c, form.start(), form.end());
      endings(joined);
      words.take(c, joined, count, form.start(), form.end());
      splitter.take(c, joined, form.start(), form.end());
      starts[count & mask] = form.start();
      glued[count & mask] = joined;
      state = automaton.step(state, c);
      previousEnd = form.end();
      count++;
    }
    endings(false);
    words.end();
    splitter.endWord();
    messages.removeIf(hit -> hit.pattern().wholeOnly() && hit.length() != count);
    cutMessages();
  }

  private void endings(boolean goesOn) {
    int at = automaton.ending(state);
    while (at != Automaton.ROOT) {
      ending(index.pattern(automaton.form(at)), goesOn);
      at = automaton.shorterEnding(at);
    }
  }

  private void ending(Pattern pattern, boolean goesOn) {
    int first = count - pattern.length();
    boolean bounded = !goesOn && !glued[first & mask];
    if (bounded && !pattern.names().isEmpty()) {
      names.add(hit(pattern, pattern.length(), 1, first));
    }
    boolean free = bounded || pattern.length() >= FREE_OF_WORD_BORDERS;
    if (free && !pattern.messages().isEmpty() && (first == 0 || !pattern.wholeOnly())) {
      messages.add(hit(pattern, pattern.length(), EXACT_MESSAGE, first));
    }
  }

  /** The state at the end stands for the longest end of the text with which a pattern begins. */
  private void cutMessages() {
    boolean found = false;
    for (int at = state;
        automaton.depth(at) >= CutMessage.SHORTEST_OF_ALL && !found;
        at = automaton.shorter(at)) {
      for (int form = automaton.firstForm(at); form < automaton.endOfForms(at); form++) {
        found |= isCut(index.pattern(form), automaton.depth(at));
      }
    }
  }

  private boolean isCut(Pattern pattern, int length) {
    int first = count - length;
    double score = CutMessage.score(pattern, length, first == 0);
    boolean cut = score > 0 && (!glued[first & mask] || length >= FREE_OF_WORD_BORDERS);
    if (cut) {
      messages.add(hit(pattern, length, score, first));
    }
    return cut;
  }

  private Hit hit(Pattern pattern, int length, double score, int first) {
    return new Hit(pattern, length, score, first, starts[first & mask], previousEnd);
  }
}
