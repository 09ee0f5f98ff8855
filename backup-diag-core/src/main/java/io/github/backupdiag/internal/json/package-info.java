/** JSON as a tree that knows its lines, for messages that name them. */
@NullMarked
package io.github.backupdiag.internal.json;

import org.jspecify.annotations.NullMarked;
