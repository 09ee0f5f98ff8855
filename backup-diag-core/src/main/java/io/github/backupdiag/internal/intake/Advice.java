package io.github.backupdiag.internal.intake;

import io.github.backupdiag.internal.intake.payload.Passage;
import io.github.backupdiag.internal.intake.payload.Payload;
import io.github.backupdiag.internal.intake.payload.Role;
import java.util.BitSet;

/** What somebody is told to do, in a text that is read as a whole. */
public final class Advice {

  private Advice() {}

  /**
   * Leaves out the lines of advice, each up to its first blank line: what stands behind may be
   * somebody's own words.
   *
   * @param text the input
   * @param payload the input, taken apart
   * @return the text with empty lines in their place
   */
  public static String without(String text, Payload payload) {
    BitSet advice = new BitSet();
    for (Passage passage : payload.passages()) {
      if (passage.role() == Role.RECOMMENDATION) {
        long lines = passage.text().lines().takeWhile(line -> !line.isBlank()).count();
        advice.set(passage.line(), passage.line() + (int) lines);
      }
    }
    return advice.isEmpty() ? text : without(text, advice);
  }

  private static String without(String text, BitSet lines) {
    StringBuilder rest = new StringBuilder(text.length());
    int number = 1;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      if (!lines.get(number++)) {
        rest.append(text, from, to);
      } else if (end >= 0) {
        rest.append('\n');
      }
      from = to;
    }
    return rest.toString();
  }
}
