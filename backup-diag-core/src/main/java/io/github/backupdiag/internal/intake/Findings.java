package io.github.backupdiag.internal.intake;

import java.util.List;

/**
 * What one pass over a text saw, before anything is judged.
 *
 * @param text the text
 * @param length length of its normal form
 * @param names spellings of codes
 * @param messages messages, also cut ones
 * @param words words that may be unknown or cut codes, or numbers
 * @param similar places that nearly read as messages
 */
record Findings(
    String text,
    int length,
    List<Hit> names,
    List<Hit> messages,
    List<Word> words,
    List<Likeness> similar) {

  /** Tells whether the text says nothing else. */
  boolean isWhole(Hit hit) {
    return hit.first() == 0 && hit.length() == length;
  }

  /** Tells whether the text says nothing else. */
  boolean isWhole(Word word) {
    return word.first() == 0 && word.plain().length() == length;
  }
}
