package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words with which the catalog speaks of each cause in one language. Immutable once made. */
final class CauseWords {

  private static final double TITLE = 1.0;
  private static final double ID = 0.8;
  private static final double SUMMARY = 0.6;
  private static final double CHECK = 0.35;

  /**
   * A cause that is spoken of with a term.
   *
   * @param cause its id
   * @param weight by where the term stands, from 0 to 1
   */
  record Mention(String cause, double weight) {}

  private final Map<String, List<Mention>> mentions = new HashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();
  private int all;

  /** Reads the words of a language; English ones stand in texts of every language. */
  static CauseWords of(Catalog catalog, String language) {
    CauseWords words = new CauseWords();
    words.read(catalog, catalog.texts(Locale.ENGLISH));
    if (!language.equals(Locale.ENGLISH.getLanguage())) {
      words.read(catalog, catalog.texts(Locale.forLanguageTag(language)));
    }
    return words;
  }

  private void read(Catalog catalog, Texts texts) {
    for (Cause cause : catalog.causes()) {
      if (cause.kind() == Cause.Kind.FAULT) {
        add(cause, texts);
      }
    }
    for (ErrorCode code : catalog.codes()) {
      count(texts.find("code." + code.code() + ".meaning"));
    }
    for (Remediation remediation : catalog.remediations()) {
      for (RemediationStep step : remediation.steps()) {
        count(texts.find("step." + step.id().replace('/', '.') + ".text"));
      }
    }
  }

  private void count(@Nullable String text) {
    if (text != null) {
      all++;
      Terms.of(text).keySet().forEach(term -> texts.merge(term, 1, Integer::sum));
    }
  }

  private void add(Cause cause, Texts texts) {
    Map<String, Double> weights = new HashMap<>();
    String id = "cause." + cause.id();
    take(texts.find(id + ".title"), TITLE, weights);
    take(cause.id().replace('-', ' '), ID, weights);
    take(texts.find(id + ".summary"), SUMMARY, weights);
    take(texts.find(id + ".check"), CHECK, weights);
    take(texts.find(id + ".notCheckable"), CHECK, weights);
    cause
        .remediations()
        .forEach(remedy -> take(texts.find("remediation." + remedy + ".title"), CHECK, weights));
    weights.forEach(
        (term, weight) ->
            mentions
                .computeIfAbsent(term, t -> new ArrayList<>())
                .add(new Mention(cause.id(), weight)));
  }

  private void take(@Nullable String text, double weight, Map<String, Double> weights) {
    count(text);
    if (text != null) {
      Terms.of(text).keySet().forEach(term -> weights.merge(term, weight, Math::max));
    }
  }

  List<Mention> of(String term) {
    return mentions.getOrDefault(term, List.of());
  }

  /**
   * How much a term tells: 0 if it stands in every text, more the fewer hold it. Pairs overlap, so
   * that each tells half.
   */
  double rarity(String term) {
    double rarity = Math.log((double) all / Math.max(1, texts.getOrDefault(term, 1)));
    return Terms.isPair(term) ? rarity / 2 : rarity;
  }
}
