package io.github.backupdiag.testkit;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a rule as the engine makes it, held to the rule's contract. */
final class RuleRun {

  private final TestedRule tested;
  private final DiagnosticDescriptor descriptor;
  private final GivenFacts given;

  RuleRun(TestedRule tested, GivenFacts given) {
    this.tested = tested;
    this.descriptor = tested.descriptor();
    this.given = given;
  }

  Verdict verdict() {
    Verdict engine = answerWithoutRule();
    if (engine != null) {
      return engine;
    }
    Verdict verdict = call();
    String again = Wording.of(call());
    demand(
        again.equals(Wording.of(verdict)),
        "equal verdicts for equal facts, first " + Wording.of(verdict),
        again);
    demand(
        descriptor.decisive() || !(verdict instanceof Verdict.RuledOut),
        "never ruled out, since it is corroborating()",
        Wording.of(verdict));
    if (!(verdict instanceof Verdict.Inconclusive)) {
      Wording.evidence(verdict).forEach(this::checkEvidence);
    }
    tested.checkWords(verdict);
    return verdict;
  }

  /** What the engine says where it does not ask the rule. */
  private @Nullable Verdict answerWithoutRule() {
    GuestOs os = given.facts().value(GuestFacts.OS);
    if (os != null
        && !descriptor.families().isEmpty()
        && !descriptor.families().contains(os.family())) {
      return Verdict.notApplicable(Phrase.of("because.other-os"));
    }
    Verdict elsewhere = descriptor.azureVmOnly() ? answerForPlatform() : null;
    if (elsewhere != null) {
      return elsewhere;
    }
    FactKey<?>[] missing =
        descriptor.needs().stream()
            .filter(key -> given.facts().get(key) instanceof Unavailable<?>)
            .toArray(FactKey<?>[]::new);
    return missing.length == 0
        ? null
        : Verdict.inconclusive(Phrase.of("because.needs-unseen")).missing(missing);
  }

  private @Nullable Verdict answerForPlatform() {
    Observation<Platform> seen = given.facts().get(GuestFacts.PLATFORM);
    boolean lookedInVain =
        seen instanceof Unavailable<Platform> unseen && unseen.reason().leavesReportPartial();
    Platform platform = given.facts().value(GuestFacts.PLATFORM);
    if (lookedInVain || (platform != null && platform.kind() == Platform.Kind.UNKNOWN)) {
      return Verdict.inconclusive(phrase("because.platform-unknown", platform))
          .missing(GuestFacts.PLATFORM);
    }
    return platform == null || platform.isAzure()
        ? null
        : Verdict.notApplicable(phrase("because.not-azure", platform));
  }

  private static Phrase phrase(String id, @Nullable Platform platform) {
    return Phrase.of(id, "detail", platform == null ? "" : platform.detail());
  }

  private Verdict call() {
    Declared facts = new Declared(given.replayed());
    Verdict verdict = null;
    Throwable thrown = null;
    try {
      verdict = tested.rule().diagnose(facts);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      thrown = e;
    }
    demand(
        facts.undeclared.isEmpty(),
        "to read only facts of its descriptor, "
            + descriptor.needs()
            + " and "
            + descriptor.helpful(),
        "it read " + facts.undeclared);
    if (verdict == null) {
      AssertionError error =
          Wording.mismatch(
              given.who(),
              "a verdict",
              thrown == null ? "null" : "it threw " + thrown,
              given.inWords());
      error.initCause(thrown);
      throw error;
    }
    return verdict;
  }

  private void checkEvidence(Evidence evidence) {
    boolean seen =
        given.readable().stream()
            .anyMatch(key -> key.id().equals(evidence.fact()) && given.facts().get(key).isSeen());
    demand(seen, "evidence on facts that it declares and that were seen", Wording.of(evidence));
  }

  private void demand(boolean met, String expected, String found) {
    if (!met) {
      throw Wording.mismatch(given.who(), expected, found, given.inWords());
    }
  }

  /** Gives declared facts and remembers what else was asked for, also if the rule hides it. */
  private final class Declared implements Facts {

    private final FactSet facts;
    private final List<FactKey<?>> undeclared = new ArrayList<>();

    Declared(FactSet facts) {
      this.facts = facts;
    }

    @Override
    public <T> Observation<T> get(FactKey<T> key) {
      if (descriptor.needs().contains(key) || descriptor.helpful().contains(key)) {
        return facts.get(key);
      }
      undeclared.add(key);
      throw new IllegalArgumentException(given.who() + " did not declare " + key);
    }
  }
}
