package io.github.backupdiag.internal.system;

/** Compares versions number by number; a part that is no number counts as 0. */
public final class VersionNumbers {

  private VersionNumbers() {}

  /**
   * Tells whether one version is lower than another.
   *
   * @param version such as {@code 2.2.40-0ubuntu1}
   * @param limit such as {@code 2.2.41}
   * @return true if it is
   */
  public static boolean isBelow(String version, String limit) {
    String[] left = version.split("\\.", -1);
    String[] right = limit.split("\\.", -1);
    for (int i = 0; i < right.length; i++) {
      int order = Long.compare(number(left, i), number(right, i));
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }

  private static long number(String[] parts, int at) {
    String part = at < parts.length ? parts[at] : "";
    int end = 0;
    while (end < part.length() && end < 15 && part.charAt(end) >= '0' && part.charAt(end) <= '9') {
      end++;
    }
    return end == 0 ? 0 : Long.parseLong(part.substring(0, end));
  }
}
