package io.github.backupdiag.internal.scan;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phrase found in a line.
 *
 * @param phrase number of the phrase
 * @param line number of the line, from 1
 * @param offset where its literal begins, in bytes of the text in UTF-8
 * @param time time of the line, or of the record it belongs to (UTC), or null if not known
 * @param text the line, or a part of it
 * @param values named groups of its expression
 */
public record LineHit(
    int phrase,
    long line,
    long offset,
    @Nullable Instant time,
    String text,
    Map<String, String> values) {

  /**
   * Gives the same hit with another text.
   *
   * @param other the text
   * @param others the values
   * @return a hit at the same place
   */
  public LineHit showing(String other, Map<String, String> others) {
    return new LineHit(phrase, line, offset, time, other, others);
  }

  LineHit at(long number, @Nullable Instant known) {
    return new LineHit(phrase, number, offset, known, text, values);
  }
}
