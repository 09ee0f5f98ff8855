package io.github.backupdiag.internal.intake.naming;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.backup.NamedCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares the sentences of a text with what the catalog says of each cause. There is no list of
 * words: what a word tells follows from how few texts of the catalog hold it. Thread-safe; reads
 * the words of a language when a text needs them.
 */
public final class CauseNaming {

  /** What it takes beside a code, where words only change the order of its causes. */
  private static final double LEAST = 4.0;

  /** Below, a likeness is that of any two texts about computers. */
  private static final double LEAST_SHORT = 5.0;

  /** What it takes in a longer text in which nothing else is about a backup. */
  private static final double LEAST_ALONE = 5.5;

  /** A text up to here is what somebody asks about, not a document. */
  private static final int SHORT = 200;

  /** A longer text about nothing known is a document: somewhere in it stands every word. */
  private static final int LONGEST_ALONE = 1_000;

  /** What is spoken of less clearly than half of the clearest is spoken of by the way. */
  private static final double SHARE = 0.5;

  /** So far into a text anybody has said what it is about. */
  private static final int LONGEST = 1 << 20;

  private static final int MOST = 5;

  private final Catalog catalog;
  private final Map<String, TermTable> languages = new ConcurrentHashMap<>();

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
    boolean document = alone && text.length() > LONGEST_ALONE;
    if (document || text.isBlank()) {
      return List.of();
    }
    double threshold = alone ? text.length() > SHORT ? LEAST_ALONE : LEAST_SHORT : LEAST;
    String normal = Terms.normal(text.substring(0, Math.min(text.length(), LONGEST)));
    SentenceScores scores = new SentenceScores(normal, tables(Script.of(normal)), threshold);
    Terms.read(normal, scores);
    return clearest(scores.named());
  }

  /**
   * Works out what takes longer than most runs.
   *
   * @param catalog whose causes are to be found
   * @return by the name of each part of a packed catalog its bytes
   */
  public static Map<String, byte[]> parts(Catalog catalog) {
    Map<String, byte[]> parts = new TreeMap<>();
    for (String language : Script.LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      parts.put(TermTable.part(locale), CauseTerms.of(catalog, locale).bytes());
    }
    return parts;
  }

  /** English words stand in texts of every language. */
  private List<TermTable> tables(String language) {
    TermTable english = table(Locale.ENGLISH.getLanguage());
    return language.equals(Locale.ENGLISH.getLanguage())
        ? List.of(english)
        : List.of(english, table(language));
  }

  private TermTable table(String language) {
    return languages.computeIfAbsent(
        language, tag -> TermTable.of(catalog, Locale.forLanguageTag(tag)));
  }

  private static List<NamedCause> clearest(List<NamedCause> all) {
    if (all.isEmpty()) {
      return all;
    }
    List<NamedCause> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingDouble(NamedCause::score).reversed().thenComparing(NamedCause::cause));
    double least = sorted.get(0).score() * SHARE;
    return sorted.stream().filter(named -> named.score() >= least).limit(MOST).toList();
  }
}
