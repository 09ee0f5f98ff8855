package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.backup.NamedCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compares the sentences of a text with what the catalog says of each cause. There is no list of
 * words: what a word tells follows from how few causes are spoken of with it. Thread-safe; reads
 * the words of a language when a text needs them.
 */
public final class CauseNaming {

  /** What it takes beside a code, where words only change the order of its causes. */
  private static final double LEAST = 5.0;

  /** Below, a likeness is that of any two texts about computers. */
  private static final double LEAST_SHORT = 6.5;

  /** What it takes in a longer text in which nothing else is about a backup. */
  private static final double LEAST_ALONE = 8.0;

  /** A text up to here is what somebody asks about, not a document. */
  private static final int SHORT = 200;

  /** A longer text about nothing known is a document: somewhere in it stands every word. */
  private static final int LONGEST_ALONE = 1_000;

  /** A term of at most every twentieth text; two of them must agree, or one far rarer. */
  private static final double RARE = Math.log(20);

  private static final double VERY_RARE = Math.log(150);

  /** What is spoken of less clearly than half of the clearest is spoken of by the way. */
  private static final double SHARE = 0.5;

  private static final int MOST = 5;
  private static final int MOST_WORDS = 6;
  private static final int MOST_SENTENCES = 400;
  private static final int LONGEST = 4_000;
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])\\s+|[。；！？]|[\\r\\n]+");

  private final Catalog catalog;
  private final Map<String, CauseWords> languages = new ConcurrentHashMap<>();

  /**
   * Makes a reader; reads nothing yet.
   *
   * @param catalog whose causes are looked for
   */
  public CauseNaming(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads a text.
   *
   * @param text any text, without the messages that were recognised in it
   * @param alone true if nothing in it was recognised
   * @return the causes it speaks of, most clearly first; at most five
   */
  public List<NamedCause> read(String text, boolean alone) {
    if (alone && text.length() > LONGEST_ALONE) {
      return List.of();
    }
    double threshold = alone ? text.length() > SHORT ? LEAST_ALONE : LEAST_SHORT : LEAST;
    CauseWords words = languages.computeIfAbsent(Script.of(text), l -> CauseWords.of(catalog, l));
    Map<String, NamedCause> best = new HashMap<>();
    for (String sentence : sentences(text)) {
      for (NamedCause named : inSentence(Terms.of(sentence), words, threshold)) {
        best.merge(named.cause(), named, (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    return clearest(new ArrayList<>(best.values()));
  }

  /** The first ones, none of them endless: a text without stops may be an image in base64. */
  private static List<String> sentences(String text) {
    return SENTENCE
        .splitAsStream(text.substring(0, Math.min(text.length(), MOST_SENTENCES * LONGEST)))
        .limit(MOST_SENTENCES)
        .map(sentence -> sentence.substring(0, Math.min(sentence.length(), LONGEST)))
        .toList();
  }

  private static List<NamedCause> clearest(List<NamedCause> all) {
    all.sort(
        Comparator.comparingDouble(NamedCause::score).reversed().thenComparing(NamedCause::cause));
    double least = all.isEmpty() ? 0 : all.get(0).score() * SHARE;
    return all.stream().filter(named -> named.score() >= least).limit(MOST).toList();
  }

  private static List<NamedCause> inSentence(
      Map<String, String> terms, CauseWords words, double threshold) {
    Map<String, Map<String, Double>> found = new LinkedHashMap<>();
    double mass = 0;
    for (String term : terms.keySet()) {
      double rarity = words.rarity(term);
      mass += rarity;
      for (CauseWords.Mention mention : words.of(term)) {
        found
            .computeIfAbsent(mention.cause(), cause -> new LinkedHashMap<>())
            .put(term, rarity * mention.weight());
      }
    }
    List<NamedCause> named = new ArrayList<>();
    for (Map.Entry<String, Map<String, Double>> cause : found.entrySet()) {
      Map<String, Double> agreeing = cause.getValue();
      double score = score(agreeing, mass, words);
      if (score >= threshold && tells(agreeing.keySet(), words)) {
        named.add(new NamedCause(cause.getKey(), score, strongest(agreeing, terms)));
      }
    }
    return named;
  }

  /** Much of a sentence that is about something else tells less than a whole one about this. */
  private static double score(Map<String, Double> agreeing, double mass, CauseWords words) {
    double covered = agreeing.keySet().stream().mapToDouble(words::rarity).sum();
    return agreeing.values().stream().mapToDouble(Double::doubleValue).sum()
        * Math.sqrt(covered / mass);
  }

  private static boolean tells(Set<String> terms, CauseWords words) {
    long rare = terms.stream().filter(term -> words.rarity(term) >= RARE).count();
    return rare >= 2 || terms.stream().anyMatch(term -> words.rarity(term) >= VERY_RARE);
  }

  private static List<String> strongest(Map<String, Double> agreeing, Map<String, String> terms) {
    return agreeing.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(MOST_WORDS)
        .map(Map.Entry::getKey)
        .map(term -> terms.getOrDefault(term, term))
        .distinct()
        .toList();
  }
}
