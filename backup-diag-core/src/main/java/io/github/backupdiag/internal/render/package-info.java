/** How reports look: one class per format, one for the order they share, one for the words. */
@NullMarked
package io.github.backupdiag.internal.render;

import org.jspecify.annotations.NullMarked;
