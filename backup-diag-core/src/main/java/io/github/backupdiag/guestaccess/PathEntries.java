package io.github.backupdiag.guestaccess;

import java.util.List;

/**
 * Several paths.
 *
 * @param entries in alphabetical order of their paths
 * @param complete false if a limit left entries out
 */
public record PathEntries(List<PathEntry> entries, boolean complete) {

  /**
   * Copies the list.
   *
   * @param entries in alphabetical order of their paths
   * @param complete false if a limit left entries out
   */
  public PathEntries {
    entries = List.copyOf(entries);
  }
}
