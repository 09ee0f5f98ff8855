package io.github.backupdiag.guestaccess;

import org.jspecify.annotations.Nullable;

/**
 * Room on a file system.
 *
 * @param total size in bytes
 * @param usable bytes that a program can still write
 * @param freeInodes free inodes, or null if the connection cannot tell
 */
public record SpaceLeft(long total, long usable, @Nullable Long freeInodes) {}
