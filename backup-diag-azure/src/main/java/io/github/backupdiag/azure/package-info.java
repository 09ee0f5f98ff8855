/** Placeholder package that proves the build gates. */
@NullMarked
package io.github.backupdiag.azure;

import org.jspecify.annotations.NullMarked;
