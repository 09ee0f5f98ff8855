package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.catalog.RemediationStep;
import io.github.backupdiag.catalog.Texts;
import io.github.backupdiag.internal.flat.FlatArrays;
import io.github.backupdiag.internal.flat.StringTable;
import io.github.backupdiag.internal.intake.words.OrdinaryWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the terms with which the catalog speaks of each cause in one language. */
final class CauseTerms {

  private static final float TITLE = 1.0f;
  private static final float ID = 0.8f;
  private static final float SUMMARY = 0.6f;
  private static final float CHECK = 0.35f;

  private static final Set<String> ORDINARY = terms(OrdinaryWords.all());

  private final Catalog catalog;
  private final Texts texts;
  private final Map<String, Term> terms = new TreeMap<>();
  private final StringTable.Draft causes = new StringTable.Draft();
  private int all;

  /** How often a term is used, and for which causes. */
  private static final class Term {
    private int texts;
    private final Map<Integer, Float> weights = new TreeMap<>();
  }

  private CauseTerms(Catalog catalog, Texts texts) {
    this.catalog = catalog;
    this.texts = texts;
  }

  /** Gives what a {@link TermTable} reads. */
  static FlatArrays of(Catalog catalog, Locale language) {
    CauseTerms collected = new CauseTerms(catalog, catalog.texts(language));
    collected.collect();
    return collected.arrays();
  }

  private void collect() {
    for (Cause cause : catalog.causes()) {
      if (cause.kind() == Cause.Kind.FAULT) {
        add(cause);
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

  private void add(Cause cause) {
    int number = causes.number(cause.id());
    String id = "cause." + cause.id();
    take(texts.find(id + ".title"), TITLE, number);
    take(cause.id().replace('-', ' '), ID, number);
    take(texts.find(id + ".summary"), SUMMARY, number);
    take(texts.find(id + ".check"), CHECK, number);
    take(texts.find(id + ".notCheckable"), CHECK, number);
    cause
        .remediations()
        .forEach(remedy -> take(texts.find("remediation." + remedy + ".title"), CHECK, number));
  }

  private void take(@Nullable String text, float weight, int cause) {
    for (Term term : count(text)) {
      term.weights.merge(cause, weight, Math::max);
    }
  }

  private List<Term> count(@Nullable String text) {
    List<Term> found = new ArrayList<>();
    if (text != null) {
      all++;
      for (String name : terms(text)) {
        if (!ORDINARY.contains(name)) {
          Term term = terms.computeIfAbsent(name, n -> new Term());
          term.texts++;
          found.add(term);
        }
      }
    }
    return found;
  }

  private static Set<String> terms(String text) {
    Set<String> terms = new HashSet<>();
    Terms.read(
        Terms.normal(text),
        new Terms.Sink() {
          @Override
          public void term(char[] letters, int length, int start, int end) {
            terms.add(new String(letters, 0, length));
          }

          @Override
          public void endOfSentence() {
            // Of a text of the catalog all sentences count together.
          }
        });
    return terms;
  }

  private FlatArrays arrays() {
    StringTable.Draft names = new StringTable.Draft();
    List<int[]> mentions = new ArrayList<>();
    List<Float> weights = new ArrayList<>();
    for (Map.Entry<String, Term> term : terms.entrySet()) {
      names.number(term.getKey());
      mentions.add(term.getValue().weights.keySet().stream().mapToInt(Integer::intValue).toArray());
      weights.addAll(term.getValue().weights.values());
    }
    FlatArrays arrays = new FlatArrays().add(new int[] {all});
    names.addTo(arrays);
    causes.addTo(arrays);
    return arrays
        .add(slots())
        .add(terms.values().stream().mapToInt(term -> term.texts).toArray())
        .addLists(mentions)
        .add(floats(weights));
  }

  private static float[] floats(List<Float> list) {
    float[] array = new float[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  private int[] slots() {
    int[] slots = new int[Integer.highestOneBit(Math.max(1, terms.size())) << 2];
    int number = 0;
    for (String term : terms.keySet()) {
      int slot = TermTable.slot(term.toCharArray(), term.length(), slots.length);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = ++number;
    }
    return slots;
  }
}
