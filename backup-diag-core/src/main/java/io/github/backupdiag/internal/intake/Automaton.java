package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.flat.FlatArrays;

/** Finds all forms in one pass; {@link AutomatonLayout} makes it. Immutable. */
final class Automaton {

  static final int ROOT = 0;

  private static final int ASCII = 0x80;

  private final char[] label;
  private final int[] firstChild;
  private final int[] depth;
  private final int[] from;
  private final int[] to;
  private final int[] fallback;
  private final int[] ending;
  private final int[] fromRoot = new int[ASCII];

  Automaton(FlatArrays.Reader in) {
    label = in.chars();
    firstChild = in.ints();
    depth = in.ints();
    from = in.ints();
    to = in.ints();
    fallback = in.ints();
    ending = in.ints();
    for (int state = firstChild[ROOT]; state < firstChild[ROOT + 1]; state++) {
      if (label[state] < ASCII) {
        fromRoot[label[state]] = state;
      }
    }
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

  /** Gives the first state, from this one on, at which a form ends; ROOT if there is none. */
  int ending(int state) {
    return ending[state];
  }

  /** Gives the next state at which a shorter form ends at the same place; ROOT if none. */
  int shorterEnding(int endingState) {
    return ending[fallback[endingState]];
  }

  /** Gives the number of the form that ends at a state given by {@link #ending}. */
  int form(int endingState) {
    return from[endingState];
  }

  /** Gives the state for the next shorter piece of the text's end. */
  int shorter(int state) {
    return fallback[state];
  }

  /** Gives how many characters of the text's end a state stands for. */
  int depth(int state) {
    return depth[state];
  }

  /** Gives the number of the first form that begins with what a state stands for. */
  int firstForm(int state) {
    return from[state];
  }

  /** Gives the number behind that of the last form that begins with what a state stands for. */
  int endOfForms(int state) {
    return to[state];
  }

  private int child(int state, int c) {
    if (state == ROOT && c < ASCII) {
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
}
