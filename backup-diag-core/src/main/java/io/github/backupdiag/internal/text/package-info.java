/** Small tools for words. */
@NullMarked
package io.github.backupdiag.internal.text;

import org.jspecify.annotations.NullMarked;
