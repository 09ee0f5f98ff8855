/** Rules on what Azure's instance view says of a VM, its agent and its extensions. */
@NullMarked
package io.github.backupdiag.internal.vm;

import org.jspecify.annotations.NullMarked;
