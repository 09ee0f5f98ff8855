/**
 * Facts: the only thing that passes from looking (probes) to thinking (diagnostics).
 *
 * <p>Here live keys, observations, the immutable set of them, and its JSON form. Nothing here
 * judges and nothing here looks at a system; this package knows no other package of ours.
 */
@NullMarked
package io.github.backupdiag.fact;

import org.jspecify.annotations.NullMarked;
