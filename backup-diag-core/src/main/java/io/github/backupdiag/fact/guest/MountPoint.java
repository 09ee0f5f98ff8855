package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * One mounted file system.
 *
 * @param path where it is mounted
 * @param device what is mounted
 * @param type type of the file system
 * @param options options in force, such as {@code noexec}
 * @param line line number in the table it was read from, from 1
 */
public record MountPoint(String path, String device, String type, List<String> options, int line) {

  /**
   * Copies the list.
   *
   * @param path where it is mounted
   * @param device what is mounted
   * @param type type of the file system
   * @param options options in force
   * @param line line number in the table
   */
  public MountPoint {
    options = List.copyOf(options);
  }

  /**
   * Tells whether a path lies at or below this mount point.
   *
   * @param guestPath absolute path
   * @return true if this mount could hold it
   */
  public boolean covers(String guestPath) {
    return path.equals("/") || guestPath.equals(path) || guestPath.startsWith(path + "/");
  }

  /**
   * Tells whether programs on it may not be run. The options of {@code fstab} count in their order:
   * {@code user} and {@code users} imply {@code noexec}, a later {@code exec} lifts it (mount(8)).
   *
   * @return true if running programs is forbidden
   */
  public boolean forbidsExecution() {
    boolean forbidden = false;
    for (String option : options) {
      switch (option) {
        case "noexec", "user", "users" -> forbidden = true;
        case "exec", "defaults" -> forbidden = false;
        default -> {}
      }
    }
    return forbidden;
  }
}
