package io.github.backupdiag.testkit;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The combinations of missing facts that a rule must live with. */
final class RuleContract {

  private static final Observation<Object> ABSENT = new Absent<>("");
  private static final Observation<Object> UNSEEN =
      new Unavailable<>(UnavailableReason.NOT_PERMITTED, "");

  private final TestedRule tested;
  private final DiagnosticDescriptor descriptor;
  private final GivenFacts given;

  RuleContract(TestedRule tested, GivenFacts given) {
    this.tested = tested;
    this.descriptor = tested.descriptor();
    this.given = given;
  }

  void check(boolean confirmsOnAbsence) {
    List<Verdict.Confirmed> confirmed = new ArrayList<>();
    for (GivenFacts nothing : nothingObserved()) {
      if (run(nothing) instanceof Verdict.Confirmed verdict) {
        confirmed.add(verdict);
        if (!confirmsOnAbsence) {
          throw Wording.mismatch(
              given.who(),
              "no confirmation where nothing was observed, since confirmsOnAbsence() was not said",
              Wording.of(verdict),
              nothing.inWords());
        }
      }
    }
    if (confirmsOnAbsence && confirmed.isEmpty()) {
      throw Wording.mismatch(
          given.who(),
          "confirmed when all it needs is absent, since confirmsOnAbsence() was said",
          "never confirmed so",
          "");
    }
    oneTakenAway().forEach(this::run);
  }

  /** All needed facts absent, and the helpful ones absent, unseen, or unseen one at a time. */
  private List<GivenFacts> nothingObserved() {
    GivenFacts absent = all(all(given, descriptor.helpful(), ABSENT), descriptor.needs(), ABSENT);
    List<GivenFacts> facts = new ArrayList<>();
    facts.add(absent);
    facts.add(all(absent, descriptor.helpful(), UNSEEN));
    facts.add(all(all(absent, descriptor.helpful(), UNSEEN), descriptor.needs(), UNSEEN));
    descriptor.helpful().forEach(key -> facts.add(put(absent, key, UNSEEN)));
    return facts;
  }

  /** The given facts, with one of them absent or, if the rule can do without, unseen. */
  private List<GivenFacts> oneTakenAway() {
    List<GivenFacts> facts = new ArrayList<>();
    facts.add(all(given, descriptor.helpful(), UNSEEN));
    descriptor.needs().forEach(key -> facts.add(put(given, key, ABSENT)));
    for (FactKey<?> key : descriptor.helpful()) {
      facts.add(put(given, key, ABSENT));
      facts.add(put(given, key, UNSEEN));
    }
    return facts;
  }

  private Verdict run(GivenFacts facts) {
    return new RuleRun(tested, facts).verdict();
  }

  private static GivenFacts all(
      GivenFacts facts, Set<FactKey<?>> keys, Observation<Object> observation) {
    GivenFacts changed = facts;
    for (FactKey<?> key : keys) {
      changed = put(changed, key, observation);
    }
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static GivenFacts put(GivenFacts facts, FactKey<?> key, Observation<Object> observation) {
    return facts.withAny((FactKey<Object>) key, observation);
  }
}
