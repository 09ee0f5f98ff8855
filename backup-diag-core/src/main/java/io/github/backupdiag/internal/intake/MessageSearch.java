package io.github.backupdiag.internal.intake;

import io.github.backupdiag.fact.backup.CodeMatch.MatchedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the codes of the messages that stand in the text, or nearly do. */
final class MessageSearch {

  /** Below what a cut message scores. */
  private static final double MOST_SIMILAR = 0.58;

  /** Of two sentences that one piece of text resembles, the lesser counts if it is so near. */
  private static final double AS_GOOD = 0.85;

  private final Index index;
  private final List<Candidate> found = new ArrayList<>(4);

  private MessageSearch(Index index) {
    this.index = index;
  }

  static List<Candidate> in(Findings findings, Index index) {
    MessageSearch search = new MessageSearch(index);
    for (Hit hit : Overlaps.resolved(findings.messages())) {
      add(search.found, hit.pattern(), hit.score(), hit.start(), hit.end());
    }
    search.addSimilar(findings.similar());
    return search.found;
  }

  /** Gives the codes of a message that is all the text says. */
  static List<Candidate> whole(Pattern pattern, WholeMessages.Place place) {
    List<Candidate> found = new ArrayList<>(1);
    add(found, pattern, Scan.EXACT_MESSAGE, place.start(), place.end());
    return found;
  }

  private void addSimilar(List<Likeness> similar) {
    if (similar.isEmpty()) {
      return;
    }
    Covered covered = new Covered(found);
    Map<Integer, Likeness> best = new TreeMap<>();
    for (Likeness one : similar) {
      if (!covered.meets(one.start(), one.end())) {
        best.merge(one.pattern(), one, (known, other) -> known.isLess(other) ? other : known);
      }
    }
    for (Likeness one : best.values()) {
      if (best.values().stream().noneMatch(nearer -> outdoes(nearer, one))) {
        double score = one.score() * MOST_SIMILAR;
        add(found, index.pattern(one.pattern()), score, one.start(), one.end());
      }
    }
  }

  private static boolean outdoes(Likeness nearer, Likeness lesser) {
    return nearer.score() * AS_GOOD > lesser.score() && nearer.overlaps(lesser);
  }

  private static void add(
      List<Candidate> found, Pattern pattern, double score, int start, int end) {
    for (Pattern.Message message : pattern.messages()) {
      found.add(
          new Candidate(message.code(), MatchedBy.MESSAGE, message.language(), score, start, end));
    }
  }
}
