/**
 * Looks through logs of any size for the signatures of the catalog, without a diagnosis: what a hit
 * means for a backup is decided elsewhere.
 */
@NullMarked
package io.github.backupdiag.scan;

import org.jspecify.annotations.NullMarked;
