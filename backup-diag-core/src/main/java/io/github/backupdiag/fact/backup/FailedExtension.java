package io.github.backupdiag.fact.backup;

import java.util.Locale;

/**
 * An extension that the text of the caller reports as failed.
 *
 * @param name name of the resource, such as {@code VMSnapshotLinux}
 * @param text what the text says, cut at 300 characters
 * @param line line in the text, from 1, or 0
 */
public record FailedExtension(String name, String text, long line) {

  /**
   * Tells whether this is the extension of the backup.
   *
   * @return true for {@code VMSnapshot} and {@code VMSnapshotLinux}
   */
  public boolean isOfBackup() {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("vmsnapshot") || lower.endsWith("vmsnapshotlinux");
  }
}
