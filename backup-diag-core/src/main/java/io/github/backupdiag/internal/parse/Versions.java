package io.github.backupdiag.internal.parse;

/** Compares versions number by number; a part that is no number counts as 0. */
final class Versions {

  private Versions() {}

  static int compare(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = Long.compare(number(left, i), number(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
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
