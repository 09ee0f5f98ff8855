/** Probes of a Linux guest. They ask for files and folders only and start no program. */
@NullMarked
package io.github.backupdiag.guest.internal.linux;

import org.jspecify.annotations.NullMarked;
