/**
 * The result: ranked causes with evidence for and against, steps, and what could not be seen. The
 * engine makes these values; their components may grow, so read them by their accessors.
 */
@NullMarked
package io.github.backupdiag.report;

import org.jspecify.annotations.NullMarked;
