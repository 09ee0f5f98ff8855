/** The connection to Azure that a consumer makes, with its own credential and HTTP client. */
@NullMarked
package io.github.backupdiag.azure;

import org.jspecify.annotations.NullMarked;
