/** Reads, checks and joins catalogs. */
@NullMarked
package io.github.backupdiag.internal.catalog;

import org.jspecify.annotations.NullMarked;
