package io.github.backupdiag.fact.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A log line that holds a known signature.
 *
 * @param signature id of the signature in the catalog
 * @param file the log, as seen in the guest
 * @param line its line number from 1, or 0 if only the end of the file was read
 * @param time its time (UTC), or null if the line carries none that can be trusted
 * @param text the line, cut at 500 characters
 */
public record LogEvent(
    String signature, String file, long line, @Nullable Instant time, String text) {}
