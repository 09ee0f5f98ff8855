package io.github.backupdiag.internal.intake;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all patterns in one pass (Aho and Corasick 1975). States are numbered breadth first over
 * the sorted patterns, so the children of a state are neighbours and a state stands for a range of
 * patterns: those that begin as the text ends.
 */
final class Automaton {

  static final int ROOT = 0;

  private final List<Pattern> patterns;
  private int states = 1;
  private char[] label;
  private int[] firstChild;
  private int[] depth;
  private int[] from;
  private int[] to;
  private final int[] fallback;
  private final int[] ending;
  private final int[] fromRoot = new int[0x80];

  /** Takes patterns with different forms, sorted by form. */
  Automaton(List<Pattern> sorted) {
    patterns = sorted;
    int most = 2 + sorted.stream().mapToInt(Pattern::length).sum();
    label = new char[most];
    firstChild = new int[most];
    depth = new int[most];
    from = new int[most];
    to = new int[most];
    growTree();
    trim();
    fallback = new int[states];
    ending = new int[states];
    linkFallbacks();
  }

  /** Gives the state after one more character. */
  int step(int state, int c) {
    int at = state;
    while (true) {
      int next = child(at, c);
      if (next != ROOT || at == ROOT) {
        return next;
      }
      at = fallback[at];
    }
  }

  /** Gives the first state, from this one on, at which a pattern ends; ROOT if there is none. */
  int ending(int state) {
    return ending[state];
  }

  /** Gives the next state at which a shorter pattern ends at the same place; ROOT if none. */
  int shorterEnding(int endingState) {
    return ending[fallback[endingState]];
  }

  /** Gives the pattern that ends at a state given by {@link #ending}. */
  Pattern pattern(int endingState) {
    return patterns.get(from[endingState]);
  }

  /** Gives the state for the next shorter piece of the text's end. */
  int shorter(int state) {
    return fallback[state];
  }

  /** Gives how many characters of the text's end a state stands for. */
  int depth(int state) {
    return depth[state];
  }

  /** Gives the patterns that begin with what a state stands for. */
  List<Pattern> beginning(int state) {
    return patterns.subList(from[state], to[state]);
  }

  private int child(int state, int c) {
    if (state == ROOT && c < fromRoot.length && fromRoot[c] >= 0) {
      return fromRoot[c];
    }
    int low = firstChild[state];
    int high = firstChild[state + 1] - 1;
    if (low == high) {
      return label[low] == c ? low : ROOT;
    }
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (label[middle] == c) {
        return middle;
      }
      if (label[middle] < c) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ROOT;
  }

  private void growTree() {
    to[ROOT] = patterns.size();
    for (int state = ROOT; state < states; state++) {
      firstChild[state] = states;
      int next = from[state] + (endsAt(state) ? 1 : 0);
      while (next < to[state]) {
        next = addChild(state, next);
      }
    }
    firstChild[states] = states;
  }

  private int addChild(int parent, int first) {
    int place = depth[parent];
    char c = patterns.get(first).form().charAt(place);
    int last = first + 1;
    while (last < to[parent] && patterns.get(last).form().charAt(place) == c) {
      last++;
    }
    label[states] = c;
    depth[states] = place + 1;
    from[states] = first;
    to[states] = last;
    states++;
    return last;
  }

  private boolean endsAt(int state) {
    return from[state] < to[state] && patterns.get(from[state]).length() == depth[state];
  }

  private void trim() {
    label = Arrays.copyOf(label, states);
    firstChild = Arrays.copyOf(firstChild, states + 1);
    depth = Arrays.copyOf(depth, states);
    from = Arrays.copyOf(from, states);
    to = Arrays.copyOf(to, states);
  }

  private void linkFallbacks() {
    Arrays.fill(fromRoot, -1);
    for (int c = 0; c < fromRoot.length; c++) {
      fromRoot[c] = child(ROOT, c);
    }
    for (int parent = ROOT; parent < states; parent++) {
      for (int state = firstChild[parent]; state < firstChild[parent + 1]; state++) {
        fallback[state] = parent == ROOT ? ROOT : step(fallback[parent], label[state]);
        ending[state] = endsAt(state) ? state : ending[fallback[state]];
      }
    }
  }
}
