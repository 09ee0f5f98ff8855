package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides between hits that overlap. */
final class Overlaps {

  private static final Comparator<Hit> HEAVIEST_FIRST =
      Comparator.comparingDouble(Hit::weight).reversed().thenComparingInt(Hit::start);

  private Overlaps() {}

  /**
   * Keeps the heavier of those that overlap, and all that a cut text at one place may have been.
   */
  static List<Hit> resolved(List<Hit> hits) {
    if (hits.size() < 2) {
      return hits;
    }
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(HEAVIEST_FIRST);
    TreeMap<Integer, Hit> taken = new TreeMap<>();
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : sorted) {
      Map.Entry<Integer, Hit> before = taken.floorEntry(hit.end() - 1);
      if (before == null || before.getValue().end() <= hit.start()) {
        taken.put(hit.start(), hit);
        kept.add(hit);
      } else if (isSamePlace(before.getValue(), hit)) {
        kept.add(hit);
      }
    }
    return kept;
  }

  private static boolean isSamePlace(Hit a, Hit b) {
    return a.start() == b.start() && a.end() == b.end();
  }
}
