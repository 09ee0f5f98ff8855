package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * Processes and threads in uninterruptible sleep.
 *
 * @param tasks one per process or thread
 */
public record StuckTasks(List<Task> tasks) {

  /**
   * Copies the list.
   *
   * @param tasks one per process or thread
   */
  public StuckTasks {
    tasks = List.copyOf(tasks);
  }

  /**
   * A process or thread in uninterruptible sleep.
   *
   * @param process its id; that of a thread is its own
   * @param name its name
   * @param waitsIn function of the kernel in which it waits
   */
  public record Task(long process, String name, String waitsIn) {}
}
