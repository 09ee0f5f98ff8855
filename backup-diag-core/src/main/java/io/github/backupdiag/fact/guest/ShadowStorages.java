package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The storage of shadow copies.
 *
 * @param source where it was listed, such as {@code input} or the command
 * @param storages in the order of the source; empty if no volume has shadow copies
 * @param copies how many shadow copies there are of each volume; empty if that was not asked
 * @param whole true if the list is known to be the whole list; false for a piece of text
 */
public record ShadowStorages(
    String source, List<ShadowStorage> storages, List<ShadowCopies> copies, boolean whole) {

  /**
   * Copies the lists.
   *
   * @param source where it was listed
   * @param storages the storages
   * @param copies counts by volume
   * @param whole true if the list is complete
   */
  public ShadowStorages {
    storages = List.copyOf(storages);
    copies = List.copyOf(copies);
  }
}
