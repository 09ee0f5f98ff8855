package io.github.backupdiag.internal.intake;

/**
 * A place of a text that nearly reads as a message.
 *
 * @param pattern number of the pattern whose messages read so
 * @param score how near, 0 to 1
 * @param start place in the text
 * @param end place in the text
 */
record Likeness(int pattern, double score, int start, int end) {

  boolean isLess(Likeness other) {
    return score < other.score;
  }

  boolean overlaps(Likeness other) {
    return start < other.end && other.start < end;
  }
}
