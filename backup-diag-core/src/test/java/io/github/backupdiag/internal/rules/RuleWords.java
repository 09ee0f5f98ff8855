package io.github.backupdiag.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.Placeholders;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds every sentence of a verdict against the English texts. */
final class RuleWords {

  private static final Map<String, Json> TEXTS = texts();

  private RuleWords() {}

  static Map<String, Json> all() {
    return TEXTS;
  }

  static Verdict checked(Verdict verdict) {
    phrases(verdict)
        .filter(phrase -> !phrase.isLiteral())
        .forEach(
            phrase -> {
              Json text = TEXTS.get(phrase.id());
              assertThat(text).as("English text of %s", phrase.id()).isNotNull();
              assertThat(phrase.arguments().keySet())
                  .as("values for %s", phrase.id())
                  .containsExactlyInAnyOrderElementsOf(
                      Placeholders.names(String.valueOf(text.value())));
            });
    return verdict;
  }

  private static Stream<Phrase> phrases(Verdict verdict) {
    if (verdict instanceof Verdict.Confirmed confirmed) {
      return of(confirmed.evidence());
    }
    if (verdict instanceof Verdict.RuledOut ruledOut) {
      return of(ruledOut.evidence());
    }
    if (verdict instanceof Verdict.Inconclusive inconclusive) {
      return Stream.of(
              Stream.of(inconclusive.reason()),
              inconclusive.nextSteps().stream(),
              of(inconclusive.hints()))
          .flatMap(some -> some);
    }
    return Stream.of(((Verdict.NotApplicable) verdict).reason());
  }

  private static Stream<Phrase> of(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::text);
  }

  private static Map<String, Json> texts() {
    String name = "/io/github/backupdiag/catalog/texts/en/rules.json";
    try (var in = Json.class.getResourceAsStream(name)) {
      return Json.read(in, name).fields().get("texts").fields();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
