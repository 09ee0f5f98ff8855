package io.github.backupdiag.internal.scan;

import org.jspecify.annotations.Nullable;

/**
 * Something to find in lines.
 *
 * @param literal what the line holds, to the letter; no end of line is in it
 * @param expression what the line must match besides, or null
 * @param competes true if it does not count inside a longer one that competes too
 */
public record Phrase(String literal, @Nullable Expression expression, boolean competes) {

  /**
   * Checks the literal.
   *
   * @param literal what the line holds
   * @param expression what the line must match besides, or null
   * @param competes true if it does not count inside a longer one
   */
  public Phrase {
    if (literal.isEmpty() || literal.indexOf('\n') >= 0 || literal.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("no line holds '" + literal + "'");
    }
  }
}
