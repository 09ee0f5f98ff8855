package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a text says beside its codes and messages. */
final class Rest {

  private Rest() {}

  /** Gives a text with an end of line in place of each candidate; empty if no word is left. */
  static String of(String text, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return text;
    }
    List<Candidate> inOrder = new ArrayList<>(candidates);
    inOrder.sort(Comparator.comparingInt(Candidate::start));
    StringBuilder rest = new StringBuilder(text.length());
    int at = 0;
    for (Candidate candidate : inOrder) {
      if (candidate.start() > at) {
        rest.append(text, at, candidate.start()).append('\n');
      }
      at = Math.max(at, candidate.end());
    }
    rest.append(text, at, text.length());
    return rest.chars().anyMatch(Character::isLetterOrDigit) ? rest.toString() : "";
  }
}
