/**
 * The SPI of thinking: a {@link io.github.backupdiag.diagnostic.Diagnostic} is a pure function from
 * facts to a verdict about one cause.
 */
@NullMarked
package io.github.backupdiag.diagnostic;

import org.jspecify.annotations.NullMarked;
