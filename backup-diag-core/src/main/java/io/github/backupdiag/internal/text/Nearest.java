package io.github.backupdiag.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds words that are spelled alike. */
public final class Nearest {

  private Nearest() {}

  /**
   * Finds the known words nearest to a word, by the number of changed, added or lost characters.
   *
   * @param word the word, any case
   * @param known the known words
   * @param most how many to give at the most
   * @return nearest first, at most two characters or a third of them apart; may be empty
   */
  public static List<String> of(String word, Collection<String> known, int most) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, wanted.length() / 3);
    record Scored(String word, int distance) {}
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= limit)
        .map(
            candidate ->
                new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT), limit)))
        .filter(scored -> scored.distance <= limit)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::word))
        .limit(most)
        .map(Scored::word)
        .toList();
  }

  /**
   * Makes the end of a message that suggests the nearest known word.
   *
   * @param word the unknown word
   * @param known the known words
   * @return {@code ; did you mean '…'?}, or empty if nothing is near
   */
  public static String suggestion(String word, Collection<String> known) {
    List<String> nearest = of(word, known, 1);
    return nearest.isEmpty() ? "" : "; did you mean '" + nearest.get(0) + "'?";
  }

  static int distance(String a, String b, int limit) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      int best = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
        best = Math.min(best, current[j]);
      }
      if (best > limit) {
        return limit + 1;
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
