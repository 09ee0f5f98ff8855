/**
 * Finds out which causes a text speaks of in words of its own, by the words of the catalog alone.
 */
@NullMarked
package io.github.backupdiag.internal.intake.naming;

import org.jspecify.annotations.NullMarked;
