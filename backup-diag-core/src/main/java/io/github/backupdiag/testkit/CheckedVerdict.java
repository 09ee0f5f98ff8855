package io.github.backupdiag.testkit;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.FactKey;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A verdict of the expected kind; each method expects one thing more of it. */
public final class CheckedVerdict {

  private final GivenFacts given;
  private final Verdict verdict;

  CheckedVerdict(GivenFacts given, Verdict verdict) {
    this.given = given;
    this.verdict = verdict;
  }

  /**
   * Gives the verdict, for what has no expectation here.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Expects evidence, or a hint, at a place.
   *
   * @param file path or resource
   * @param line line from 1, or 0 if there is none
   * @return this
   */
  public CheckedVerdict withEvidence(String file, long line) {
    return withEvidence(
        "at " + file + ":" + line,
        evidence -> file.equals(evidence.file()) && evidence.line() == line);
  }

  /**
   * Expects evidence, or a hint, with a sentence of the catalog.
   *
   * @param phraseId id of the text, such as {@code evidence.agent-config.extensions-off}
   * @return this
   */
  public CheckedVerdict withEvidence(String phraseId) {
    return withEvidence("with " + phraseId, evidence -> evidence.text().id().equals(phraseId));
  }

  /**
   * Expects evidence, or a hint, that rests on a fact.
   *
   * @param fact the fact
   * @return this
   */
  public CheckedVerdict withEvidence(FactKey<?> fact) {
    return withEvidence("on " + fact, evidence -> evidence.fact().equals(fact.id()));
  }

  /**
   * Expects evidence, or a hint, whose excerpt holds a text.
   *
   * @param text part of the value or log line
   * @return this
   */
  public CheckedVerdict withExcerpt(String text) {
    return withEvidence(
        "with the excerpt '" + text + "'",
        evidence -> {
          String excerpt = evidence.excerpt();
          return excerpt != null && excerpt.contains(text);
        });
  }

  /**
   * Expects a value for a placeholder of the remediation steps.
   *
   * @param name the placeholder
   * @param value its value
   * @return this
   */
  public CheckedVerdict withArgument(String name, String value) {
    Map<String, String> arguments =
        verdict instanceof Verdict.Confirmed confirmed ? confirmed.arguments() : Map.of();
    return demand(value.equals(arguments.get(name)), "argument " + name + " = " + value);
  }

  /**
   * Expects the sentence that says why nothing was decided.
   *
   * @param phraseId id of the text
   * @return this
   */
  public CheckedVerdict withReason(String phraseId) {
    String reason = "";
    if (verdict instanceof Verdict.Inconclusive inconclusive) {
      reason = inconclusive.reason().id();
    } else if (verdict instanceof Verdict.NotApplicable notApplicable) {
      reason = notApplicable.reason().id();
    }
    return demand(reason.equals(phraseId), "the reason " + phraseId);
  }

  /**
   * Expects that a fact is named as missing.
   *
   * @param fact the fact that would decide
   * @return this
   */
  public CheckedVerdict withMissing(FactKey<?> fact) {
    Set<String> missing =
        verdict instanceof Verdict.Inconclusive inconclusive ? inconclusive.missing() : Set.of();
    return demand(missing.contains(fact.id()), "missing " + fact);
  }

  private CheckedVerdict withEvidence(String what, Predicate<Evidence> expected) {
    return demand(Wording.evidence(verdict).stream().anyMatch(expected), "evidence " + what);
  }

  CheckedVerdict demand(boolean met, String expected) {
    if (!met) {
      throw Wording.mismatch(given.who(), expected, Wording.of(verdict), given.inWords());
    }
    return this;
  }
}
