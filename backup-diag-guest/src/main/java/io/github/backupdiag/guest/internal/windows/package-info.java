/**
 * Probes of a Windows guest, one for each family of facts. They ask for registry keys and files,
 * and for the output of a few stated commands that only read and whose numbers and GUIDs are the
 * same in every display language; no PowerShell, nothing that loads the guest.
 *
 * <p>Paths are asked with their drive, such as {@code C:/WindowsAzure}: a running Windows reads
 * them as they are, and a copy is the content of drive {@code C:}.
 */
@NullMarked
package io.github.backupdiag.guest.internal.windows;

import org.jspecify.annotations.NullMarked;
