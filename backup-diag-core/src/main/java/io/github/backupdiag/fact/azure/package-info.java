/** Vocabulary of Azure's own view of a VM, as its management interface gives it. */
@NullMarked
package io.github.backupdiag.fact.azure;

import org.jspecify.annotations.NullMarked;
