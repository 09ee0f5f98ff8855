/** The way in: build a diagnosis from extensions and connections, then ask. */
@NullMarked
package io.github.backupdiag;

import org.jspecify.annotations.NullMarked;
