package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last freeze in the log of the backup extension.
 *
 * @param file the log
 * @param line line on which the freeze begins, from 1; 0 if only the end of the log was read
 * @param at when it began (UTC), or null if the line carries no time that can be trusted
 * @param text the line, cut at 500 characters
 * @param ended true if the log goes on to say that the helper ended, which thaws
 * @param nextRun when the extension was called again after it (UTC), or null
 */
public record FreezeRun(
    String file,
    long line,
    @Nullable Instant at,
    String text,
    boolean ended,
    @Nullable Instant nextRun) {}
