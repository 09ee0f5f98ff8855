package io.github.backupdiag.internal.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The automaton of Aho and Corasick over bytes, with every transition written out: one table
 * look-up a byte. Bytes that occur in no literal share one column.
 */
final class LiteralAutomaton implements LiteralScanner {

  private static final int ROOT = 0;
  private static final int NONE = -1;

  private final List<byte[]> literals;
  private final int[] column = new int[256];
  private int columns;

  /** Next state by state and column. */
  private int[] next;

  /** First literal that ends in a state, or {@link #NONE}. */
  private int[] ending;

  /** The next shorter state that ends a literal, or {@link #NONE}. */
  private int[] shorter;

  /** Next literal with the same bytes, or {@link #NONE}. */
  private final int[] same;

  private int states = 1;

  LiteralAutomaton(List<byte[]> literals) {
    this.literals = List.copyOf(literals);
    this.same = new int[literals.size()];
    assignColumns();
    int most = 1 + this.literals.stream().mapToInt(literal -> literal.length).sum();
    this.next = filled(most * columns);
    this.ending = filled(most);
    this.shorter = filled(most);
    for (int literal = literals.size() - 1; literal >= 0; literal--) {
      insert(literal);
    }
    this.next = Arrays.copyOf(next, states * columns);
    this.ending = Arrays.copyOf(ending, states);
    this.shorter = Arrays.copyOf(shorter, states);
    link();
  }

  @Override
  public void scan(byte[] bytes, int from, int to, Hits hits) {
    int state = ROOT;
    for (int at = from; at < to; at++) {
      state = next[state * columns + column[bytes[at] & 0xff]];
      if (ending[state] != NONE || shorter[state] != NONE) {
        report(state, at + 1, hits);
      }
    }
  }

  private void report(int state, int end, Hits hits) {
    for (int at = state; at != NONE; at = shorter[at]) {
      for (int literal = ending[at]; literal != NONE; literal = same[literal]) {
        hits.hit(literal, end);
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  private void assignColumns() {
    columns = 1;
    for (byte[] literal : literals) {
      if (literal.length == 0) {
        throw new IllegalArgumentException("an empty literal is everywhere");
      }
      for (byte b : literal) {
        if (column[b & 0xff] == 0) {
          column[b & 0xff] = columns++;
        }
      }
    }
  }

  private void insert(int literal) {
    int state = ROOT;
    for (byte b : literals.get(literal)) {
      int cell = state * columns + column[b & 0xff];
      if (next[cell] == NONE) {
        next[cell] = states++;
      }
      state = next[cell];
    }
    same[literal] = ending[state];
    ending[state] = literal;
  }

  /** Walks the tree by levels, so that the state to fall back to is always complete. */
  private void link() {
    int[] fallback = new int[states];
    ArrayDeque<Integer> queue = new ArrayDeque<>(children(ROOT, fallback));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      int back = fallback[state];
      shorter[state] = ending[back] != NONE ? back : shorter[back];
      queue.addAll(children(state, fallback));
    }
  }

  /** Fills the row of a state and tells which states lie beneath it. */
  private List<Integer> children(int state, int[] fallback) {
    List<Integer> children = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      int cell = state * columns + c;
      int otherwise = state == ROOT ? ROOT : next[fallback[state] * columns + c];
      if (next[cell] == NONE) {
        next[cell] = otherwise;
      } else {
        fallback[next[cell]] = otherwise;
        children.add(next[cell]);
      }
    }
    return children;
  }
}
