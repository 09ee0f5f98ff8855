package io.github.backupdiag.fact.backup;

import java.util.List;

/**
 * A cause that a text speaks of in words of its own. It says what the writer thinks of, not what
 * is; it may only change the order in which causes are looked at.
 *
 * @param cause id of the cause
 * @param score above 0; how clearly the text speaks of it, compared with others of the same text
 * @param words the words that speak of it, rarest first
 */
public record NamedCause(String cause, double score, List<String> words) {

  /**
   * Copies the list.
   *
   * @param cause id of the cause
   * @param score above 0
   * @param words the words that speak of it
   */
  public NamedCause {
    words = List.copyOf(words);
  }
}
