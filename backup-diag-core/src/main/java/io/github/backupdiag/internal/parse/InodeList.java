package io.github.backupdiag.internal.parse;

import java.util.HashMap;
import java.util.Map;

/** Reads what {@code stat -f -c '%c %d %n'} prints: inodes in all, free inodes, path. */
public final class InodeList {

  private static final int LONGEST_NUMBER = 18;

  private InodeList() {}

  /**
   * Reads the lines.
   *
   * @param text the output; lines of another form are passed over
   * @return free inodes by path, without file systems that say 0 in all: those make inodes as they
   *     need them
   */
  public static Map<String, Long> parse(String text) {
    Map<String, Long> free = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      String[] columns = line.strip().split(" ", 3);
      if (columns.length == 3
          && isNumber(columns[0])
          && isNumber(columns[1])
          && Long.parseLong(columns[0]) > 0) {
        free.put(columns[2], Long.valueOf(columns[1]));
      }
    }
    return free;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_NUMBER
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
