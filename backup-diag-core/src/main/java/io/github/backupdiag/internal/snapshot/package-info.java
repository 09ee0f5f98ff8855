/** Rules about the freeze inside a Linux guest and the disks and mounts it meets. */
@NullMarked
package io.github.backupdiag.internal.snapshot;

import org.jspecify.annotations.NullMarked;
