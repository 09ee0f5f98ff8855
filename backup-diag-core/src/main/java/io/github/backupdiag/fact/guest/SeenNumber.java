package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text that the catalog knows as an error of Windows or VSS.
 *
 * @param error id of the error in the catalog, such as {@code vss.0x8004230f}
 * @param written the number as it is written
 * @param event provider and id of the event it stands in, such as {@code vss 8229}; empty if it
 *     stands in none
 * @param time time of the line or event (UTC), or null if it carries none that can be trusted
 * @param source where it was found, such as {@code input}
 * @param line line in the source, from 1, or 0
 * @param text the line, cut at 500 characters
 */
public record SeenNumber(
    String error,
    String written,
    String event,
    @Nullable Instant time,
    String source,
    long line,
    String text) {}
