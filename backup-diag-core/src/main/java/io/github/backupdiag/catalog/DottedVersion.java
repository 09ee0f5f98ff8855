package io.github.backupdiag.catalog;

import java.util.regex.Pattern;

/** The order of versions such as {@code 1.0.9218.0}: part by part, and a missing part is 0. */
final class DottedVersion {

  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

  private DottedVersion() {}

  static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  static int compare(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order = Integer.compare(part(left, i), part(right, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int part(String[] parts, int place) {
    return place < parts.length ? Integer.parseInt(parts[place]) : 0;
  }
}
