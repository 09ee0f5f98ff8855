/**
 * The script that asks a guest without Java: what all probes may ask, found by letting them ask a
 * stand-in, and the shell and PowerShell text that asks it. No I/O; what the script writes is read
 * by {@link io.github.backupdiag.guest.OfflineBundle}.
 */
@NullMarked
package io.github.backupdiag.guest.internal.collect;

import org.jspecify.annotations.NullMarked;
