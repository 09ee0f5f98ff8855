package io.github.backupdiag.fact.guest;

/**
 * Whether the kernel is in FIPS mode.
 *
 * @param on true if it is, or will be from the next start
 * @param path file that tells
 * @param line line number from 1, or 0 if the whole file tells
 * @param text what stands there, cut at 500 characters
 */
public record FipsMode(boolean on, String path, long line, String text) {}
