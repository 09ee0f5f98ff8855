package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Signs of a restart that Windows waits for.
 *
 * @param keys registry keys that exist only while it waits, may be empty
 * @param renames whether files are to be renamed at the next start, as on most healthy servers
 */
public record PendingReboot(List<String> keys, boolean renames) {

  /**
   * Copies the list.
   *
   * @param keys registry keys that exist only while it waits
   * @param renames whether files are to be renamed
   */
  public PendingReboot {
    keys = List.copyOf(keys);
  }
}
