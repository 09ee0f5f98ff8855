/** Rules about the way from the guest to Azure, and about its clock. */
@NullMarked
package io.github.backupdiag.internal.network;

import org.jspecify.annotations.NullMarked;
