package io.github.backupdiag.fact.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error code that a probe met on its way.
 *
 * @param code as the catalog writes it, such as {@code VMSnapshotLinux.121}
 * @param where file or resource
 * @param at when it was written (UTC), or null if unknown
 * @param excerpt the text around it
 */
public record SeenCode(String code, String where, @Nullable Instant at, String excerpt) {}
