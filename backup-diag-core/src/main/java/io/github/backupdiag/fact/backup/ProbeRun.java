package io.github.backupdiag.fact.backup;

import io.github.backupdiag.fact.UnavailableReason;
import org.jspecify.annotations.Nullable;

/**
 * How one planned probe ended, so that a recording tells what was not seen.
 *
 * @param probe id of the probe
 * @param failure why it gave nothing, or null if it returned
 * @param detail the error, may be empty
 */
public record ProbeRun(String probe, @Nullable UnavailableReason failure, String detail) {}
