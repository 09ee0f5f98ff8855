package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code /proc/cgroups} (cgroups(7)). */
public final class CgroupTable {

  private CgroupTable() {}

  /**
   * Reads the table.
   *
   * @param text content of the file
   * @return names of the controllers that are enabled
   */
  public static List<String> parse(String text) {
    List<String> names = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String[] columns = line.strip().split("\\s+", -1);
      if (columns.length >= 4 && !columns[0].startsWith("#") && columns[3].equals("1")) {
        names.add(columns[0]);
      }
    }
    return names;
  }
}
