/**
 * Hides secrets in texts before they are stored, judged or shown. Works on text alone: knows no
 * facts, reads no systems.
 */
@NullMarked
package io.github.backupdiag.internal.redact;

import org.jspecify.annotations.NullMarked;
