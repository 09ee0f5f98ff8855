package io.github.backupdiag.internal.intake.payload;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text: a JSON value, or what stands between.
 *
 * @param node the value, or null
 * @param prose the text, empty for a value
 * @param line where it begins, from 1
 */
record Segment(@Nullable Node node, String prose, int line) {}
