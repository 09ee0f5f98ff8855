/**
 * Connections to a guest: {@link io.github.backupdiag.guest.LocalGuest} reads the running machine,
 * {@link io.github.backupdiag.guest.CopiedRoot} a copy of a guest's files, {@link
 * io.github.backupdiag.guest.OfflineBundle} what a {@link io.github.backupdiag.guest.CollectScript}
 * printed elsewhere. They only read and judge nothing. Probes and parsers live elsewhere.
 */
@NullMarked
package io.github.backupdiag.guest;

import org.jspecify.annotations.NullMarked;
