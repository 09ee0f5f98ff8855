package io.github.backupdiag.fact.guest;

/**
 * The note of the backup extension that a snapshot of a disk failed, in {@code
 * /etc/azure/vmbackup.conf}.
 *
 * @param path the file
 * @param line number of the line, from 1
 * @param failed true if the last run noted a failure
 */
public record FailedFlag(String path, int line, boolean failed) {}
