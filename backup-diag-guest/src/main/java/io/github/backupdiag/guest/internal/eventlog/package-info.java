/**
 * Event logs of a copied Windows disk ({@code .evtx}; format after J. Metz, "Windows XML Event Log
 * (EVTX) format", and [MS-EVEN6]): read within bounds and never trusted.
 */
@NullMarked
package io.github.backupdiag.guest.internal.eventlog;

import org.jspecify.annotations.NullMarked;
