/**
 * Probes that contact the addresses of the platform from any guest, and what decides whether an
 * address may be contacted and what a try in vain says.
 */
@NullMarked
package io.github.backupdiag.guest.internal.network;

import org.jspecify.annotations.NullMarked;
