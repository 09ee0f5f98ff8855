package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What System Writer has to list and may stumble over.
 *
 * @param oddPaths services and drivers whose {@code ImagePath} leads to no file by its form
 * @param servicesKnown true if the services of the whole system were looked at
 * @param aspNetFolders number of folders below {@code Temporary ASP.NET Files}; null if not known
 */
public record SystemWriterInputs(
    List<OddImagePath> oddPaths, boolean servicesKnown, @Nullable Integer aspNetFolders) {

  /** More folders than this slow System Writer down until it fails. */
  public static final int MOST_FOLDERS = 1000;

  /**
   * Copies the list.
   *
   * @param oddPaths services with a path that leads nowhere
   * @param servicesKnown whether all were looked at
   * @param aspNetFolders number of folders, or null
   */
  public SystemWriterInputs {
    oddPaths = List.copyOf(oddPaths);
  }

  /**
   * Tells whether there are too many temporary folders.
   *
   * @return true above 1000, false if the number is not known
   */
  public boolean hasManyFolders() {
    return aspNetFolders != null && aspNetFolders > MOST_FOLDERS;
  }
}
