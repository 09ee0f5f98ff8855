/** The rule made of data: one instance per cause, from the log signatures of the catalog. */
@NullMarked
package io.github.backupdiag.internal.signature;

import org.jspecify.annotations.NullMarked;
