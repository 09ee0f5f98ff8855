/** Scans logs of any kind for the signatures of a catalog; the scanner itself lives elsewhere. */
@NullMarked
package io.github.backupdiag.internal.logscan;

import org.jspecify.annotations.NullMarked;
