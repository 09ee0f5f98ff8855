/**
 * Arrays of numbers and texts in one piece, made at build time and read without a loop. Knows
 * nothing of what they mean.
 */
@NullMarked
package io.github.backupdiag.internal.flat;

import org.jspecify.annotations.NullMarked;
