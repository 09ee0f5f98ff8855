/** Placeholder package of the command line. */
@NullMarked
package io.github.backupdiag.cli;

import org.jspecify.annotations.NullMarked;
