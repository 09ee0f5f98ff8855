/** Placeholder package that proves the build gates. */
@NullMarked
package io.github.backupdiag;

import org.jspecify.annotations.NullMarked;
