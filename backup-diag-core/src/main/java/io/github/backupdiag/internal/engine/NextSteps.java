package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict.Inconclusive;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.NextStep;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says what to do in order to know more: from why a fact was not seen, and from the rules. */
final class NextSteps {

  /** Reasons for which a fact may say by itself how it can be seen. */
  private static final Set<UnavailableReason> HAVE_OWN_WORDS =
      EnumSet.of(UnavailableReason.NOT_PERMITTED, UnavailableReason.NOT_RECORDED);

  private final FactSet facts;
  private final Texts english;
  private final Map<Phrase, Set<String>> unlocked = new LinkedHashMap<>();

  NextSteps(FactSet facts, Texts english) {
    this.facts = facts;
    this.english = english;
  }

  void add(CauseJudgement judgement, List<Judgement> rules) {
    boolean undecided =
        judgement.state() == CauseState.OPEN
            || judgement.state() == CauseState.NOT_TESTED
            || judgement.state() == CauseState.CONTRADICTORY;
    if (!undecided) {
      return;
    }
    for (Judgement rule : rules) {
      Inconclusive open = rule.inconclusive();
      if (open != null) {
        open.nextSteps().forEach(step -> unlock(step, judgement));
        for (FactKey<?> key : rule.rule().keys) {
          if (open.missing().contains(key.id())) {
            unlock(stepFor(key), judgement);
          }
        }
      }
    }
  }

  /** Adds a step of the engine's own. */
  void add(Phrase step, Set<String> causes) {
    unlocked.computeIfAbsent(step, phrase -> new LinkedHashSet<>()).addAll(causes);
  }

  private void unlock(Phrase step, CauseJudgement judgement) {
    add(step, Set.of(judgement.cause().id()));
  }

  private Phrase stepFor(FactKey<?> key) {
    String own = "next.fact." + key.id();
    boolean hasOwn = english.find(own) != null;
    if (!(facts.get(key) instanceof Unavailable<?> unseen)) {
      return hasOwn ? Phrase.of(own) : Phrase.of("next.live", "fact", key.id());
    }
    if (hasOwn && HAVE_OWN_WORDS.contains(unseen.reason())) {
      return Phrase.of(own);
    }
    String tag = "next." + unseen.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (unseen.reason() == UnavailableReason.NO_PROBE) {
      return Phrase.of(tag);
    }
    return unseen.detail().isEmpty()
        ? Phrase.of(tag, "fact", key.id())
        : Phrase.of(tag + ".detail", "fact", key.id(), "detail", unseen.detail());
  }

  /** Gives the steps, those that decide most causes first. */
  List<NextStep> toList() {
    return unlocked.entrySet().stream()
        .map(entry -> new NextStep(entry.getKey(), entry.getValue().stream().sorted().toList()))
        .sorted(
            Comparator.comparingInt((NextStep step) -> -step.unlocks().size())
                .thenComparing(step -> step.text().toString()))
        .toList();
  }
}
