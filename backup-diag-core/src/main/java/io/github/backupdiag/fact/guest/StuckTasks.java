package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Processes in uninterruptible sleep.
 *
 * @param tasks one per process
 */
public record StuckTasks(List<Task> tasks) {

  /**
   * Copies the list.
   *
   * @param tasks one per process
   */
  public StuckTasks {
    tasks = List.copyOf(tasks);
  }

  /**
   * A process in uninterruptible sleep.
   *
   * @param process its id
   * @param name its name
   * @param waitsIn function of the kernel in which it waits
   */
  public record Task(long process, String name, String waitsIn) {}
}
