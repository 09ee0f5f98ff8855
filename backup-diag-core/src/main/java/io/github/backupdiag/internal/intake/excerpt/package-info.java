/** Finds in a text what only a log, a configuration or a status says, and makes facts of it. */
@NullMarked
package io.github.backupdiag.internal.intake.excerpt;

import org.jspecify.annotations.NullMarked;
