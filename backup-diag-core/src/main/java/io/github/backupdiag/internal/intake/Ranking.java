package io.github.backupdiag.internal.intake;

import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.CodeMatch.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings candidates into order, one for each code. */
final class Ranking {

  private static final int LONGEST_EXCERPT = 200;

  private Ranking() {}

  static List<CodeMatch> of(List<Candidate> candidates, String text, int incident) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(Candidate.RANK);
    Set<String> seen = new HashSet<>();
    List<CodeMatch> matches = new ArrayList<>();
    for (Candidate candidate : sorted) {
      if (seen.add(candidate.code().code())) {
        matches.add(match(candidate, text, incident));
      }
    }
    return matches;
  }

  /** Gives the language of the best message, or null if there is none. */
  static @Nullable String language(List<Candidate> messages) {
    return messages.isEmpty() ? null : Collections.min(messages, Candidate.RANK).language();
  }

  private static CodeMatch match(Candidate candidate, String text, int incident) {
    return new CodeMatch(
        incident,
        candidate.code().code(),
        candidate.code().synthetic(),
        candidate.by(),
        Source.GIVEN,
        candidate.language(),
        candidate.score(),
        excerpt(text, candidate.start(), candidate.end()));
  }

  private static String excerpt(String text, int start, int end) {
    int last = Math.min(end, start + LONGEST_EXCERPT);
    boolean tears = last < end && Character.isHighSurrogate(text.charAt(last - 1));
    return text.substring(start, tears ? last - 1 : last);
  }
}
