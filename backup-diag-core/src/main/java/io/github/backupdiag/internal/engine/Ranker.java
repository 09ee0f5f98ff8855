package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.report.CauseState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts causes in their order; the same judgements give the same order. */
final class Ranker {

  private final Candidates candidates;
  private final Set<String> suspects;

  /** Of causes that are alike, those that stop a run where this one stopped come first. */
  Ranker(Candidates candidates, Set<String> suspects) {
    this.candidates = candidates;
    this.suspects = suspects;
  }

  /**
   * A cause in its place.
   *
   * @param judgement what is known of it
   * @param explainedBy the confirmed cause that brings it about, or null
   */
  record Ranked(CauseJudgement judgement, @Nullable String explainedBy) {}

  List<Ranked> rank(List<CauseJudgement> judged) {
    List<CauseJudgement> inOrder = new ArrayList<>(judged);
    inOrder.sort(order());
    Map<String, CauseJudgement> confirmed = new LinkedHashMap<>();
    inOrder.stream()
        .filter(judgement -> judgement.state() == CauseState.CONFIRMED)
        .forEach(judgement -> confirmed.put(judgement.cause().id(), judgement));
    List<Ranked> ranked = new ArrayList<>();
    for (CauseJudgement root : confirmed.values()) {
      if (parent(root.cause(), confirmed) == null) {
        addWithConsequences(root, null, confirmed, ranked);
      }
    }
    inOrder.stream()
        .filter(judgement -> judgement.state() != CauseState.CONFIRMED)
        .forEach(judgement -> ranked.add(new Ranked(judgement, null)));
    return ranked;
  }

  private static void addWithConsequences(
      CauseJudgement cause,
      @Nullable String explainedBy,
      Map<String, CauseJudgement> confirmed,
      List<Ranked> ranked) {
    ranked.add(new Ranked(cause, explainedBy));
    for (CauseJudgement effect : confirmed.values()) {
      if (cause.cause().id().equals(parent(effect.cause(), confirmed))) {
        addWithConsequences(effect, cause.cause().id(), confirmed, ranked);
      }
    }
  }

  /** The first confirmed cause that leads to this one. */
  private static @Nullable String parent(Cause effect, Map<String, CauseJudgement> confirmed) {
    return confirmed.values().stream()
        .map(CauseJudgement::cause)
        .filter(cause -> cause.leadsTo().contains(effect.id()))
        .map(Cause::id)
        .findFirst()
        .orElse(null);
  }

  private Comparator<CauseJudgement> order() {
    return Comparator.comparing(Ranker::place)
        .thenComparing(CauseJudgement::isSpokenAgainst)
        .thenComparing(judgement -> !hinted(judgement))
        .thenComparing(judgement -> !suspects.contains(judgement.cause().id()))
        .thenComparing(judgement -> -candidates.pointers().lines(judgement.cause().id()))
        .thenComparing(judgement -> -candidates.wordsFor(judgement.cause().id()))
        .thenComparing(judgement -> candidates.orderOf(judgement.cause().id()))
        .thenComparing(judgement -> judgement.cause().prior())
        .thenComparing(CauseJudgement::confidence, Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(judgement -> judgement.cause().id());
  }

  /** What something speaks against comes behind what nobody could look at. */
  private static CauseState place(CauseJudgement judgement) {
    return judgement.isSpokenAgainst() ? CauseState.NOT_TESTED : judgement.state();
  }

  private static boolean hinted(CauseJudgement judgement) {
    return judgement.state() == CauseState.OPEN && !judgement.hints().isEmpty();
  }
}
