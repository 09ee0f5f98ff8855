package io.github.backupdiag.internal.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a text says beside its codes and messages. */
final class Rest {

  /** So far into a text anybody has said what it is about. */
  private static final int LONGEST = 1 << 20;

  private Rest() {}

  /**
   * Gives the first million characters of a text with an end of line in place of each candidate;
   * empty if no word is left.
   */
  static String of(String text, List<Candidate> candidates) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return candidates.isEmpty() ? beginning : without(candidates, beginning);
  }

  private static String without(List<Candidate> candidates, String text) {
    List<Candidate> inOrder = new ArrayList<>(candidates);
    inOrder.sort(Comparator.comparingInt(Candidate::start));
    StringBuilder rest = new StringBuilder(text.length());
    int at = 0;
    for (Candidate candidate : inOrder) {
      if (candidate.start() > at && candidate.start() < text.length()) {
        rest.append(text, at, candidate.start()).append('\n');
      }
      at = Math.min(text.length(), Math.max(at, candidate.end()));
    }
    rest.append(text, at, text.length());
    return rest.chars().anyMatch(Character::isLetterOrDigit) ? rest.toString() : "";
  }
}
