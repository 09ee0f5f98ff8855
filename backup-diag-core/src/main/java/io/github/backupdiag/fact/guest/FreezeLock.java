package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The lock by which Azure Backup and Site Recovery keep from freezing at the same time.
 *
 * @param path the lock file; that it exists says nothing
 * @param holders processes that hold the lock
 */
public record FreezeLock(String path, List<Holder> holders) {

  /**
   * Copies the list.
   *
   * @param path the lock file
   * @param holders processes that hold the lock
   */
  public FreezeLock {
    holders = List.copyOf(holders);
  }

  /**
   * A process that holds the lock.
   *
   * @param process its id
   * @param command its command line, empty if not known
   */
  public record Holder(long process, String command) {}
}
