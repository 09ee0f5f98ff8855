package io.github.backupdiag.fact.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One failure that the input speaks of.
 *
 * @param index number within the input, from 0
 * @param failedAt when it failed (UTC), or null
 * @param vm name or id of the VM, or null
 * @param vault name or id of the vault, or null
 */
public record Incident(
    int index, @Nullable Instant failedAt, @Nullable String vm, @Nullable String vault) {}
