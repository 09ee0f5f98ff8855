package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.flat.FlatArrays;
import java.util.Arrays;
import java.util.List;

/**
 * Grows the automaton (Aho and Corasick 1975) of a list of forms. States are numbered breadth first
 * over the sorted forms, so the children of a state are neighbours and a state stands for a range
 * of forms: those that begin as the text ends.
 */
final class AutomatonLayout {

  private static final int ROOT = Automaton.ROOT;

  private final List<String> forms;
  private int states = 1;
  private final char[] label;
  private final int[] firstChild;
  private final int[] depth;
  private final int[] from;
  private final int[] to;

  private AutomatonLayout(List<String> sorted) {
    forms = sorted;
    int most = 2 + sorted.stream().mapToInt(String::length).sum();
    label = new char[most];
    firstChild = new int[most];
    depth = new int[most];
    from = new int[most];
    to = new int[most];
  }

  /** Lays out different forms, sorted. */
  static FlatArrays of(List<String> sorted) {
    AutomatonLayout layout = new AutomatonLayout(sorted);
    layout.growTree();
    return layout.arrays();
  }

  private void growTree() {
    to[ROOT] = forms.size();
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
    char c = forms.get(first).charAt(place);
    int last = first + 1;
    while (last < to[parent] && forms.get(last).charAt(place) == c) {
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
    return from[state] < to[state] && forms.get(from[state]).length() == depth[state];
  }

  private FlatArrays arrays() {
    int[] fallback = new int[states];
    int[] ending = new int[states];
    FlatArrays arrays =
        new FlatArrays()
            .add(Arrays.copyOf(label, states))
            .add(Arrays.copyOf(firstChild, states + 1))
            .add(Arrays.copyOf(depth, states))
            .add(Arrays.copyOf(from, states))
            .add(Arrays.copyOf(to, states))
            .add(fallback)
            .add(ending);
    linkFallbacks(new Automaton(arrays.reader()), fallback, ending);
    return arrays;
  }

  /** Where a state falls back to, another has linked before: it stands for a shorter piece. */
  private void linkFallbacks(Automaton unlinked, int[] fallback, int[] ending) {
    for (int parent = ROOT; parent < states; parent++) {
      for (int state = firstChild[parent]; state < firstChild[parent + 1]; state++) {
        fallback[state] = parent == ROOT ? ROOT : unlinked.step(fallback[parent], label[state]);
        ending[state] = endsAt(state) ? state : ending[fallback[state]];
      }
    }
  }
}
