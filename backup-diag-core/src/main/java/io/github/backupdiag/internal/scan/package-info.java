/** Finds many literals in one pass over bytes. Knows nothing of logs. */
@NullMarked
package io.github.backupdiag.internal.scan;

import org.jspecify.annotations.NullMarked;
