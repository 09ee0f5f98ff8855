package io.github.backupdiag.fact.guest;

import org.jspecify.annotations.Nullable;

/**
 * Room on the file system of one path.
 *
 * @param path the path
 * @param totalBytes size of the file system
 * @param usableBytes what can still be written
 * @param freeInodes free inodes, or null if not known
 */
public record RoomLeft(String path, long totalBytes, long usableBytes, @Nullable Long freeInodes) {}
