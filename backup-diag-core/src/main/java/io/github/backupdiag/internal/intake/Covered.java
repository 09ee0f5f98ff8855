package io.github.backupdiag.internal.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The places of a text that are spoken for. */
final class Covered {

  private final TreeMap<Integer, Integer> endByStart = new TreeMap<>();

  Covered(List<Candidate> candidates) {
    candidates.forEach(one -> endByStart.merge(one.start(), one.end(), Math::max));
  }

  boolean meets(Word word) {
    return meets(word.start(), word.end());
  }

  boolean meets(int start, int end) {
    Map.Entry<Integer, Integer> before = endByStart.floorEntry(end - 1);
    return before != null && before.getValue() > start;
  }
}
