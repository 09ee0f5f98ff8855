/**
 * Replaces what names a customer's things (machines, vaults, users, addresses) where pseudonyms are
 * asked for. Works on finished reports and facts: nothing here is seen by a rule.
 */
@NullMarked
package io.github.backupdiag.internal.pseudonym;

import org.jspecify.annotations.NullMarked;
