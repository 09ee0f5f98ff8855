/**
 * Reads what the user has: an error code, a message in any language of the portal. Only reads;
 * knows the catalog and the vocabulary, no rules, no systems.
 */
@NullMarked
package io.github.backupdiag.intake;

import org.jspecify.annotations.NullMarked;
