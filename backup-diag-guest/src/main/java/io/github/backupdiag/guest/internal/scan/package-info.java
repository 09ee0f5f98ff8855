/** Finds many literals in one pass over bytes. Knows nothing of logs. */
@NullMarked
package io.github.backupdiag.guest.internal.scan;

import org.jspecify.annotations.NullMarked;
