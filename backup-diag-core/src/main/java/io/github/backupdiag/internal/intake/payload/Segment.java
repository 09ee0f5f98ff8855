package io.github.backupdiag.internal.intake.payload;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text: a JSON value, or what stands between.
 *
 * @param node the value, or null
 * @param text as it stands there
 * @param line where it begins, from 1
 */
record Segment(@Nullable Node node, String text, int line) {

  /** What separates values, or is left of one that was damaged. */
  private static final Pattern BETWEEN = Pattern.compile("[,;>\\]}\\s]*");

  /** True for text that says something. */
  boolean isProse() {
    return node == null && !BETWEEN.matcher(text).matches();
  }
}
