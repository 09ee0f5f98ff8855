package io.github.backupdiag.internal.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in words.
 *
 * @param text the sentence, saying so when it speaks against the cause
 * @param against true if it does
 * @param place file and line, or null
 * @param details time and the like
 * @param excerpt what was seen, or null
 */
record Exhibit(
    String text,
    boolean against,
    @Nullable String place,
    List<String> details,
    @Nullable String excerpt) {}
