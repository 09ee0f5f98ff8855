package io.github.backupdiag.guest.internal.archive;

/**
 * Bytes of a file that are not there: its middle was too much to keep, its beginning was left out
 * by whoever packed it, its end was cut off with the archive.
 *
 * @param from the first byte that is missing
 * @param to the first byte that is there again; the size of the file if its end is missing
 */
public record Hole(long from, long to) {}
