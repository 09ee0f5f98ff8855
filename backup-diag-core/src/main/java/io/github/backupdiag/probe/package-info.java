/**
 * The SPI of looking: a {@link io.github.backupdiag.probe.Probe} reads a system and reports facts.
 * It never judges and never writes.
 */
@NullMarked
package io.github.backupdiag.probe;

import org.jspecify.annotations.NullMarked;
