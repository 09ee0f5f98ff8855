/** Plans, gathers, judges and ranks. */
@NullMarked
package io.github.backupdiag.internal.engine;

import org.jspecify.annotations.NullMarked;
