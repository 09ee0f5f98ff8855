package io.github.backupdiag.internal.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** In how many of the messages of a language each word is. */
final class Frequencies {

  private final Map<Integer, Integer> byWord = new HashMap<>();
  private int messages;

  void add(Collection<Integer> words) {
    messages++;
    words.forEach(word -> byWord.merge(word, 1, Integer::sum));
  }

  int messages() {
    return messages;
  }

  /** The share of the messages that have a word. */
  double share(int word) {
    return (double) of(word) / messages;
  }

  /** How much a word says: the rarer, the more. */
  double rarity(int word) {
    return Math.log((messages + 1.0) / (of(word) + 0.5));
  }

  private int of(int word) {
    return byWord.getOrDefault(word, 0);
  }
}
