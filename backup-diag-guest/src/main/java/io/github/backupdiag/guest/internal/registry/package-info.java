/** Registry files of a copied Windows disk: hives, read piece by piece and never trusted. */
@NullMarked
package io.github.backupdiag.guest.internal.registry;

import org.jspecify.annotations.NullMarked;
