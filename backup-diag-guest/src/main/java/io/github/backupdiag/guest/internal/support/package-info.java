/**
 * Our own support bundle: what is kept while a guest is looked at, how it is redacted, written and
 * read back. Nothing here looks at a guest or judges facts.
 */
@NullMarked
package io.github.backupdiag.guest.internal.support;

import org.jspecify.annotations.NullMarked;
