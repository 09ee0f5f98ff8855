package io.github.backupdiag.testkit;

import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule under test.
 *
 * @param rule the rule
 * @param descriptor what it always says of itself
 * @param words English words that its phrases must have, or null if they are not checked
 */
record TestedRule(Diagnostic rule, DiagnosticDescriptor descriptor, @Nullable Texts words) {

  static TestedRule of(Diagnostic rule) {
    DiagnosticDescriptor first = rule.descriptor();
    DiagnosticDescriptor second = rule.descriptor();
    if (first == null || second == null) {
      throw Wording.mismatch(
          "rule " + rule.getClass().getName(), "a descriptor", "descriptor() returned null", "");
    }
    TestedRule tested = new TestedRule(rule, first, null);
    if (!Wording.of(first).equals(Wording.of(second))) {
      throw Wording.mismatch(
          tested.name(),
          "the same descriptor on every call: " + Wording.of(first),
          Wording.of(second),
          "");
    }
    return tested;
  }

  String name() {
    return "rule " + descriptor.id() + " (" + rule.getClass().getName() + ")";
  }

  /** Fails for a phrase without a text, or with other values than those of its placeholders. */
  void checkWords(Verdict verdict) {
    Texts known = words;
    if (known != null) {
      phrases(verdict).stream()
          .filter(phrase -> !phrase.isLiteral())
          .forEach(phrase -> checkWords(phrase, known.find(phrase.id())));
    }
  }

  private void checkWords(Phrase phrase, @Nullable String text) {
    if (text == null) {
      throw Wording.mismatch(name(), "an English text for " + phrase.id(), "none", "");
    }
    Set<String> placeholders = Placeholders.names(text);
    if (!phrase.arguments().keySet().equals(placeholders)) {
      throw Wording.mismatch(
          name(),
          "values for exactly " + placeholders + " of '" + text + "'",
          phrase.toString(),
          "");
    }
  }

  private static List<Phrase> phrases(Verdict verdict) {
    List<Phrase> phrases = new ArrayList<>();
    Wording.evidence(verdict).stream().map(Evidence::text).forEach(phrases::add);
    if (verdict instanceof Verdict.Inconclusive inconclusive) {
      phrases.add(inconclusive.reason());
      phrases.addAll(inconclusive.nextSteps());
    } else if (verdict instanceof Verdict.NotApplicable notApplicable) {
      phrases.add(notApplicable.reason());
    }
    return phrases;
  }
}
