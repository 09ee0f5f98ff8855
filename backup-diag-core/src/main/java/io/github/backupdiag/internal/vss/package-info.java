/**
 * Rules about the Volume Shadow Copy service: writers, providers, and the events that speak of
 * them.
 */
@NullMarked
package io.github.backupdiag.internal.vss;

import org.jspecify.annotations.NullMarked;
