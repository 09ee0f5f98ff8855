package io.github.backupdiag.internal.engine;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.internal.engine.BoundFacts.Gate;
import io.github.backupdiag.report.CauseState;
import java.util.Set;

/** Says in one sentence why a cause stands where it stands. */
final class Because {

  private Because() {}

  static Phrase of(
      CauseJudgement judgement, Gate gate, Candidates candidates, Set<String> suspects) {
    boolean undecided =
        judgement.state() == CauseState.NOT_TESTED
            || (judgement.state() == CauseState.OPEN
                && judgement.hints().isEmpty()
                && !judgement.isSpokenAgainst());
    String words = candidates.pointers().wordsFor(judgement.cause().id());
    if (undecided && suspects.contains(judgement.cause().id())) {
      return Phrase.of("because.stopped-there");
    }
    return undecided && !words.isEmpty()
        ? Phrase.of("because.named", "words", words)
        : ofState(judgement, gate, candidates);
  }

  private static Phrase ofState(CauseJudgement judgement, Gate gate, Candidates candidates) {
    return switch (judgement.state()) {
      case CONFIRMED -> confirmed(judgement);
      case CONTRADICTORY -> Phrase.of("because.contradictory");
      case OPEN -> open(judgement);
      case NOT_TESTED -> notTested(judgement, gate);
      case RULED_OUT ->
          judgement.isOnOtherOs()
              ? Phrase.of("because.other-os")
              : judgement.isRuledOutNowOnly() && !candidates.isHealthCheck()
                  ? Phrase.of("because.ruled-out.now")
                  : Phrase.of("because.ruled-out");
    };
  }

  private static Phrase open(CauseJudgement judgement) {
    if (judgement.isSpokenAgainst()) {
      return Phrase.of("because.open.against");
    }
    return judgement.hints().isEmpty()
        ? Phrase.of("because.open")
        : Phrase.of("because.open.hinted");
  }

  private static Phrase confirmed(CauseJudgement judgement) {
    if (judgement.isHealed()) {
      return Phrase.of("because.healed");
    }
    String when = judgement.isConfirmedAtFailure() ? "at-failure" : "now";
    String sure = judgement.confidence() == Confidence.CERTAIN ? "certain" : "likely";
    return Phrase.of("because.confirmed." + sure + "." + when);
  }

  private static Phrase notTested(CauseJudgement judgement, Gate gate) {
    if (judgement.cause().notCheckable()) {
      return Phrase.of("cause." + judgement.cause().id() + ".notCheckable");
    }
    if (gate == Gate.NOT_AZURE) {
      return Phrase.of("because.not-tested.not-azure");
    }
    return judgement.hasRules()
        ? Phrase.of("because.not-tested.unseen")
        : Phrase.of("because.not-tested.no-rule");
  }
}
