package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.flat.FlatArrays;

/**
 * The messages by their words, in flat arrays: which words are known, what each says, which
 * messages are worth a look when a rare word is met. Immutable; {@link SentenceLayout} writes it.
 */
final class SentenceIndex {

  /** No word that any message has. */
  static final int UNKNOWN = -1;

  /** No word: here a new entry of a log begins, over which no message goes. */
  static final int BORDER = -2;

  /** Holds a sentence together: "the", "of". */
  static final int FUNCTION = 1;

  /** Turns a statement round: "not", "no". */
  static final int NEGATION = 1 << 1;

  /** Says that something went wrong. */
  static final int FAILURE = 1 << 2;

  /** Says that all went well. */
  static final int SUCCESS = 1 << 3;

  /** Belongs to our field. */
  static final int TOPIC = 1 << 4;

  /** Two neighbours of a script without blanks, no mere grammar. */
  static final int PAIR = 1 << 5;

  /** Any other word, no mere grammar. */
  static final int CONTENT = 1 << 6;

  private static final int NEAR = 8;

  // Hash table: stem, and number of its word plus one, 0 where nothing is.
  private final int[] slots;
  // By word.
  private final int[] stems;
  private final int[] kinds;
  private final float[] weights;
  private final int[] anchorsFrom;
  // By word and message for which it is rare.
  private final int[] anchorMessages;
  private final float[] anchorWeights;
  // By message.
  private final int[] patterns;
  private final float[] gates;
  private final float[] totals;
  private final int[] wordsFrom;
  // By message and word.
  private final int[] words;
  private final float[] wordWeights;
  private final int[] places;
  private final int longestReach;

  SentenceIndex(FlatArrays.Reader in) {
    slots = in.ints();
    stems = in.ints();
    kinds = in.ints();
    weights = in.floats();
    anchorsFrom = in.ints();
    anchorMessages = in.ints();
    anchorWeights = in.floats();
    patterns = in.ints();
    gates = in.floats();
    totals = in.floats();
    wordsFrom = in.ints();
    words = in.ints();
    wordWeights = in.floats();
    places = in.ints();
    int longest = 0;
    for (int message = 0; message < patterns.length; message++) {
      longest = Math.max(longest, reach(message));
    }
    longestReach = longest;
  }

  /** Gives the number of a word, or UNKNOWN. */
  int word(int stem) {
    int slot = slot(stem, slots.length);
    while (slots[slot + 1] != 0) {
      if (slots[slot] == stem) {
        return slots[slot + 1] - 1;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  /** Gives the first place to look for a stem in a table of a length that is a power of two. */
  static int slot(int stem, int length) {
    return (stem << 1) & (length - 1);
  }

  /** How many words are known. */
  int vocabulary() {
    return stems.length;
  }

  /** What a word is: a sum of the constants above; 0 for none. */
  int kinds(int word) {
    return word < 0 ? 0 : kinds[word];
  }

  /** How much a word says that a message has not. */
  float weight(int word) {
    return weights[word];
  }

  /** Where the messages begin for which a word is rare. */
  int anchorsFrom(int word) {
    return anchorsFrom[word];
  }

  /** Where they end. */
  int anchorsTo(int word) {
    return anchorsFrom[word + 1];
  }

  int anchorMessage(int anchor) {
    return anchorMessages[anchor];
  }

  float anchorWeight(int anchor) {
    return anchorWeights[anchor];
  }

  int messages() {
    return patterns.length;
  }

  /** The number of the pattern whose messages read so. */
  int pattern(int message) {
    return patterns[message];
  }

  /** How much the rare words met must say together before a message is worth a look. */
  float gate(int message) {
    return gates[message];
  }

  /** How much all words of a message say. */
  float total(int message) {
    return totals[message];
  }

  /** Where the words of a message begin. */
  int wordsFrom(int message) {
    return wordsFrom[message];
  }

  /** Where they end. */
  int wordsTo(int message) {
    return wordsFrom[message + 1];
  }

  /** The number of the word that a word of a message is. */
  int messageWord(int messageWord) {
    return words[messageWord];
  }

  /** What a word of a message is, as {@link #kinds}. */
  int kindsOfMessageWord(int messageWord) {
    return kinds[words[messageWord]];
  }

  /** How much a word of a message says. */
  float messageWordWeight(int messageWord) {
    return wordWeights[messageWord];
  }

  /** Where a word first stands in its message. */
  int place(int messageWord) {
    return places[messageWord];
  }

  /** How far from one of its words another word of a message may be: as far as names put in go. */
  int reach(int message) {
    return NEAR + (wordsTo(message) - wordsFrom(message)) * 3 / 2;
  }

  int longestReach() {
    return longestReach;
  }
}
