package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.intake.words.CommonWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the messages by their words, and weighs them. */
final class SentenceDraft {

  // Words of grammar are in every sentence, and two pairs have one character in common.
  private static final float OF_GRAMMAR = 0.2f;
  private static final float OF_PAIR = 0.5f;
  // So many messages of all languages weigh as much as those of one: some have but seven.
  private static final int POOL = 30;

  /** One normal form of a message: its words, each with its first place. */
  record Sentence(int pattern, String language, Map<Integer, Integer> places) {}

  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
  private final List<Integer> kinds = new ArrayList<>();
  private final Set<Integer> pairs = new HashSet<>();
  private final Map<String, Frequencies> byLanguage = new HashMap<>();
  private final Frequencies pooled = new Frequencies();

  SentenceDraft() {
    CommonWords.byKind().forEach((kind, words) -> words.forEach(word -> addCommon(word, kind)));
  }

  private void addCommon(String word, CommonWords.Kind kind) {
    int flag =
        switch (kind) {
          case FUNCTION -> SentenceIndex.FUNCTION;
          case NEGATION -> SentenceIndex.NEGATION;
          case FAILURE -> SentenceIndex.FAILURE;
          case SUCCESS -> SentenceIndex.SUCCESS;
          case TOPIC -> SentenceIndex.TOPIC;
        };
    split(word, (stem, start, end) -> mark(number(stem), flag));
  }

  /** Adds what the messages of a pattern read. */
  void add(int pattern, String language, String text) {
    Map<Integer, Integer> places = new TreeMap<>();
    int[] place = {0};
    split(
        text,
        (stem, start, end) -> {
          int word = number(stem);
          markContent(word, NormalForm.of(text.substring(start, end)));
          places.putIfAbsent(word, place[0]++);
        });
    sentences.add(new Sentence(pattern, language, places));
    in(language).add(places.keySet());
    pooled.add(places.keySet());
  }

  private void markContent(int word, String form) {
    if (!form.isEmpty() && Folding.isCjk(form.charAt(0))) {
      pairs.add(word);
      char first = form.charAt(0);
      char last = form.charAt(form.length() - 1);
      if (CommonWords.negates(first, last)) {
        mark(word, SentenceIndex.NEGATION);
      } else {
        boolean grammar = CommonWords.isGrammar(first, last);
        mark(word, grammar ? SentenceIndex.FUNCTION : SentenceIndex.PAIR);
      }
    } else if ((kinds.get(word) & (SentenceIndex.FUNCTION | SentenceIndex.NEGATION)) == 0) {
      mark(word, SentenceIndex.CONTENT);
    }
  }

  private void mark(int word, int flag) {
    kinds.set(word, kinds.get(word) | flag);
  }

  private int number(int stem) {
    Integer known = numbers.get(stem);
    if (known != null) {
      return known;
    }
    kinds.add(0);
    numbers.put(stem, numbers.size());
    return numbers.size() - 1;
  }

  private static void split(String text, WordSplitter.Listener listener) {
    NormalForm form = new NormalForm(text, text.length());
    WordSplitter splitter = new WordSplitter(listener);
    Joints joints = new Joints(text);
    for (int c = form.next(); c >= 0; c = form.next()) {
      splitter.take(c, joints.isJoined(c, form.start(), form.end()), form.start(), form.end());
    }
    splitter.endWord();
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** Gives the stems of all words, in the order of their numbers. */
  int[] stems() {
    return numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  int[] kinds() {
    return kinds.stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isContent(int word) {
    return (kinds.get(word) & (SentenceIndex.CONTENT | SentenceIndex.PAIR)) != 0;
  }

  /** The share of the messages of a language that have a word. */
  double share(int word, String language) {
    return in(language).share(word);
  }

  /** How much a word says in a language: the rarer, the more. */
  float weight(int word, String language) {
    Frequencies own = in(language);
    double rarity = own.messages() * own.rarity(word) + POOL * pooled.rarity(word);
    return (float) (rarity / (own.messages() + POOL) * portion(word));
  }

  /** How much a word says in any language. */
  float weight(int word) {
    return (float) (pooled.rarity(word) * portion(word));
  }

  private Frequencies in(String language) {
    return byLanguage.computeIfAbsent(language, key -> new Frequencies());
  }

  private float portion(int word) {
    float portion = pairs.contains(word) ? OF_PAIR : 1;
    return (kinds.get(word) & SentenceIndex.FUNCTION) == 0 ? portion : portion * OF_GRAMMAR;
  }
}
