/** Placeholder package that proves the build gates. */
@NullMarked
package io.github.backupdiag.guest;

import org.jspecify.annotations.NullMarked;
