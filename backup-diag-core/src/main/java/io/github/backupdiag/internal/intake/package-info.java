/** How the intake recognises codes and messages: normalise, find codes, find messages, rank. */
@NullMarked
package io.github.backupdiag.internal.intake;

import org.jspecify.annotations.NullMarked;
