package io.github.backupdiag.internal.scan;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for a window of each literal with one look-up a byte, and compares the literal where its
 * window stands. Long inputs are walked by four cursors at once, since each look-up waits for the
 * one before it.
 */
final class WindowAutomaton implements LiteralScanner {

  private static final int CURSORS = 4;

  /** Shorter inputs are not worth dividing. */
  private static final int LONG = 4096;

  private final byte[][] literals;
  private final int[] windows;
  private final int[] column;

  /** Next state, shifted, by state, shifted, and column. */
  private final int[] next;

  /** States from here on end a window. */
  private final int ending;

  /** Literals by state behind {@link #ending}. */
  private final int[][] ended;

  WindowAutomaton(List<byte[]> literals) {
    if (literals.stream().anyMatch(literal -> literal.length == 0)) {
      throw new IllegalArgumentException("an empty literal is everywhere");
    }
    this.literals = literals.toArray(byte[][]::new);
    this.windows = new int[literals.size()];
    Columns columns = new Columns(literals);
    this.column = columns.byByte();
    WindowTree tree = tree(columns);
    int[] order = order(tree);
    this.next = table(tree, order);
    int[][] all = endings(tree, order);
    int first = (int) Arrays.stream(all).filter(some -> some.length == 0).count();
    this.ending = first << Columns.SHIFT;
    this.ended = Arrays.copyOfRange(all, first, all.length);
  }

  private WindowTree tree(Columns columns) {
    Windows choice = new Windows(Arrays.asList(literals), columns);
    WindowTree tree = new WindowTree();
    for (int number = 0; number < literals.length; number++) {
      byte[] literal = literals[number];
      windows[number] = choice.of(literal);
      int to = Math.min(literal.length, windows[number] + Windows.LENGTH);
      tree.add(literal, windows[number], to, columns, number);
    }
    tree.link();
    return tree;
  }

  /** Numbers the states anew: those that end a window come last. The root stays first. */
  private static int[] order(WindowTree tree) {
    int[] order = new int[tree.states()];
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
      for (int state = 0; state < order.length; state++) {
        if (tree.endings(state).isEmpty() == (pass == 0)) {
          order[state] = count++;
        }
      }
    }
    return order;
  }

  private static int[] table(WindowTree tree, int[] order) {
    int[] table = new int[order.length << Columns.SHIFT];
    for (int state = 0; state < order.length; state++) {
      for (int c = 0; c < 1 << Columns.SHIFT; c++) {
        table[order[state] << Columns.SHIFT | c] = order[tree.next(state, c)] << Columns.SHIFT;
      }
    }
    return table;
  }

  private static int[][] endings(WindowTree tree, int[] order) {
    int[][] endings = new int[order.length][];
    for (int state = 0; state < order.length; state++) {
      endings[order[state]] = tree.endings(state).stream().mapToInt(Integer::intValue).toArray();
    }
    return endings;
  }

  @Override
  public void scan(byte[] bytes, int from, int to, Occurrences hits) {
    hits.clear();
    Found found = new Found(bytes, from, to, hits);
    if (to - from < LONG) {
      walk(from, to, from, found);
    } else {
      int part = (to - from) / CURSORS;
      walkTogether(from, part, found);
      int rest = from + CURSORS * part;
      walk(rest - Windows.LENGTH + 1, to, rest, found);
    }
    hits.sort();
  }

  /** Begins so far ahead of the part that counts that it knows each window that ends in it. */
  private void walk(int from, int to, int counted, Found found) {
    int state = 0;
    for (int at = from; at < to; at++) {
      state = next[state | column[found.bytes[at] & 0xff]];
      if (state >= ending && at >= counted) {
        found.windowEnds(state, at + 1);
      }
    }
  }

  /** The state in which a cursor that starts here would come. */
  private int stateAt(byte[] bytes, int from, int at) {
    int state = 0;
    for (int before = Math.max(from, at - Windows.LENGTH + 1); before < at; before++) {
      state = next[state | column[bytes[before] & 0xff]];
    }
    return state;
  }

  private void walkTogether(int from, int part, Found found) {
    byte[] bytes = found.bytes;
    int second = from + part;
    int third = second + part;
    int fourth = third + part;
    int one = 0;
    int two = stateAt(bytes, from, second);
    int three = stateAt(bytes, from, third);
    int four = stateAt(bytes, from, fourth);
    for (int i = 0; i < part; i++) {
      one = next[one | column[bytes[from + i] & 0xff]];
      two = next[two | column[bytes[second + i] & 0xff]];
      three = next[three | column[bytes[third + i] & 0xff]];
      four = next[four | column[bytes[fourth + i] & 0xff]];
      if (Math.max(Math.max(one, two), Math.max(three, four)) >= ending) {
        found.windowEnds(one, from + i + 1);
        found.windowEnds(two, second + i + 1);
        found.windowEnds(three, third + i + 1);
        found.windowEnds(four, fourth + i + 1);
      }
    }
  }

  /** Compares what stands where a window ends. */
  private final class Found {

    final byte[] bytes;
    private final int from;
    private final int to;
    private final Occurrences hits;

    Found(byte[] bytes, int from, int to, Occurrences hits) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      this.hits = hits;
    }

    void windowEnds(int state, int at) {
      if (state >= ending) {
        for (int literal : ended[(state - ending) >> Columns.SHIFT]) {
          compare(literal, at);
        }
      }
    }

    private void compare(int literal, int windowEnd) {
      byte[] wanted = literals[literal];
      int window = Math.min(Windows.LENGTH, wanted.length - windows[literal]);
      int start = windowEnd - window - windows[literal];
      int end = start + wanted.length;
      if (start >= from
          && end <= to
          && Arrays.equals(bytes, start, end, wanted, 0, wanted.length)) {
        hits.add(start, literal);
      }
    }
  }
}
