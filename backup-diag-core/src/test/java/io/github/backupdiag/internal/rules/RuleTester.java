package io.github.backupdiag.internal.rules;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries a rule on scripted facts, in the words of the test kit's {@code DiagnosticTester}, which
 * takes its place once it is there. A rule that reads an undeclared fact fails the test.
 */
public final class RuleTester {

  private final Diagnostic rule;
  private final FactSet facts;

  private RuleTester(Diagnostic rule, FactSet facts) {
    this.rule = rule;
    this.facts = facts;
  }

  public static RuleTester of(Diagnostic rule) {
    return new RuleTester(rule, FactSet.empty());
  }

  public <T> RuleTester given(FactKey<T> key, T value) {
    return given(key, value, "");
  }

  public <T> RuleTester given(FactKey<T> key, T value, String source) {
    return new RuleTester(rule, facts.toBuilder().observed(key, value, source).build());
  }

  public <T> RuleTester givenAbsent(FactKey<T> key) {
    return new RuleTester(rule, facts.toBuilder().put(key, new Absent<T>("")).build());
  }

  public <T> RuleTester givenUnavailable(FactKey<T> key, UnavailableReason reason) {
    return new RuleTester(rule, facts.toBuilder().put(key, new Unavailable<T>(reason, "")).build());
  }

  /** As the engine does: a needed fact that was not seen makes the answer inconclusive. */
  public Verdict diagnose() {
    for (FactKey<?> key : rule.descriptor().needs()) {
      if (!facts.get(key).isSeen()) {
        return Verdict.inconclusive(Phrase.literal("not seen")).missing(key);
      }
    }
    return RuleWords.checked(
        rule.diagnose(
            new Facts() {
              @Override
              public <T> Observation<T> get(FactKey<T> key) {
                if (!rule.descriptor().needs().contains(key)
                    && !rule.descriptor().helpful().contains(key)) {
                  throw new IllegalArgumentException(rule.descriptor().id() + " reads " + key);
                }
                return facts.get(key);
              }
            }));
  }

  /** The verdict in one line: kind, confidence, time. */
  public String summary() {
    Verdict verdict = diagnose();
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return "confirmed " + confirmed.confidence() + " " + confirmed.when();
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return "ruled out " + ruledOut.when();
    }
    if (verdict instanceof Verdict.Inconclusive inconclusive) {
      return inconclusive.hints().isEmpty() ? "inconclusive" : "inconclusive with a hint";
    }
    return "not applicable";
  }

  /** All evidence, also hints. */
  public List<Evidence> evidence() {
    Verdict verdict = diagnose();
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return confirmed.evidence();
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return ruledOut.evidence();
    }
    return verdict instanceof Verdict.Inconclusive inconclusive
        ? new ArrayList<>(inconclusive.hints())
        : List.of();
  }

  public String argument(String name) {
    return diagnose() instanceof Verdict.Confirmed confirmed
        ? confirmed.arguments().getOrDefault(name, "")
        : "";
  }
}
