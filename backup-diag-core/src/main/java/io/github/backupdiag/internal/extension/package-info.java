/** Rules on the backup extension and on the other extensions of the guest. */
@NullMarked
package io.github.backupdiag.internal.extension;

import org.jspecify.annotations.NullMarked;
