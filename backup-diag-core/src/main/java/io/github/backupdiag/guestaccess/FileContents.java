package io.github.backupdiag.guestaccess;

import java.util.List;

/**
 * Several files.
 *
 * @param files the files that could be read, in the order of their paths
 * @param complete false if a limit left files out or one could not be read
 */
public record FileContents(List<FileContent> files, boolean complete) {

  /**
   * Copies the list.
   *
   * @param files the files that could be read
   * @param complete false if something was left out
   */
  public FileContents {
    files = List.copyOf(files);
  }
}
