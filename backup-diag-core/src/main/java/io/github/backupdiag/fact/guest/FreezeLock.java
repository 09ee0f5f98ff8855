package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lock by which Azure Backup and Site Recovery keep from freezing at the same time.
 *
 * @param path the lock file; that it exists says nothing
 * @param holders processes that hold the lock, or null if that cannot be known
 */
public record FreezeLock(String path, @Nullable List<Holder> holders) {

  /**
   * Copies the list.
   *
   * @param path the lock file
   * @param holders processes that hold the lock, or null
   */
  public FreezeLock {
    holders = holders == null ? null : List.copyOf(holders);
  }

  /**
   * A process that holds the lock.
   *
   * @param process its id
   * @param command its command line, empty if not known
   */
  public record Holder(long process, String command) {}
}
