/**
 * What the entries of a bundle are in the guest: layouts are told by content, and what they hold is
 * put to its place in a tree that is read like a file system. Unpacking is done elsewhere.
 */
@NullMarked
package io.github.backupdiag.guest.internal.bundle;

import org.jspecify.annotations.NullMarked;
