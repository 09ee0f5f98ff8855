package io.github.backupdiag.internal.intake;

/**
 * A pattern, or the beginning of one, that stands in the text.
 *
 * @param pattern what was found
 * @param length how many characters of its form
 * @param score how sure it is, 0 to 1
 * @param first place in the normal form of the text
 * @param start place in the text
 * @param end place in the text
 */
record Hit(Pattern pattern, int length, double score, int first, int start, int end) {

  /** How much of the text it explains, and how surely: of two that overlap the heavier wins. */
  double weight() {
    return length * score;
  }
}
