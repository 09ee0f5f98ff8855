package io.github.backupdiag.fact.guest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mounted file systems.
 *
 * @param table file they were read from
 * @param live true if it is the kernel's table, false if it is what is to be mounted at boot
 * @param points in the order of the table; a later mount hides an earlier one of the same path
 */
public record Mounts(String table, boolean live, List<MountPoint> points) {

  /**
   * Copies the list.
   *
   * @param table file they were read from
   * @param live true for the kernel's table
   * @param points in the order of the table
   */
  public Mounts {
    points = List.copyOf(points);
  }

  /**
   * Finds the mount that holds a path.
   *
   * @param path absolute path without links
   * @return the deepest mount above it, the last one if several share a path, or null if none does
   */
  public @Nullable MountPoint holding(String path) {
    MountPoint best = null;
    for (MountPoint point : points) {
      if (point.covers(path) && (best == null || point.path().length() >= best.path().length())) {
        best = point;
      }
    }
    return best;
  }
}
