package io.github.backupdiag.internal.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tree of all windows, which becomes the automaton of Aho and Corasick. Not thread-safe. */
final class WindowTree {

  private static final int ROW = 1 << Columns.SHIFT;

  /** Next state by state and column; 0 where there is none yet. */
  private int[] next = new int[ROW << 4];

  /** Literals whose window ends in a state. */
  private final List<List<Integer>> endings = new ArrayList<>(List.of(List.of()));

  /** Adds a window. */
  void add(byte[] literal, int from, int to, Columns columns, int number) {
    int state = 0;
    for (int at = from; at < to; at++) {
      int cell = state << Columns.SHIFT | columns.of(literal[at]);
      if (next[cell] == 0) {
        int added = newState(); // may replace the table
        next[cell] = added;
      }
      state = next[cell];
    }
    List<Integer> more = new ArrayList<>(endings.get(state));
    more.add(number);
    endings.set(state, more);
  }

  private int newState() {
    int state = endings.size();
    endings.add(List.of());
    if (next.length < (state + 1) << Columns.SHIFT) {
      next = Arrays.copyOf(next, next.length * 2);
    }
    return state;
  }

  /** Writes out every transition, walking the tree by levels. */
  void link() {
    int[] fallback = new int[endings.size()];
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int column = 0; column < ROW; column++) {
      if (next[column] != 0) {
        queue.add(next[column]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      inherit(state, fallback[state]);
      for (int column = 0; column < ROW; column++) {
        int cell = state << Columns.SHIFT | column;
        int otherwise = next[fallback[state] << Columns.SHIFT | column];
        if (next[cell] == 0) {
          next[cell] = otherwise;
        } else {
          fallback[next[cell]] = otherwise;
          queue.add(next[cell]);
        }
      }
    }
  }

  private void inherit(int state, int shorter) {
    if (!endings.get(shorter).isEmpty()) {
      List<Integer> all = new ArrayList<>(endings.get(state));
      all.addAll(endings.get(shorter));
      endings.set(state, all);
    }
  }

  int states() {
    return endings.size();
  }

  int next(int state, int column) {
    return next[state << Columns.SHIFT | column];
  }

  List<Integer> endings(int state) {
    return endings.get(state);
  }
}
