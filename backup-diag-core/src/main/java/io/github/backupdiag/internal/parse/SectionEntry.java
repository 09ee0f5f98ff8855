package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line {@code name=value} below a heading in brackets, as systemd and NetworkManager write them.
 *
 * @param section the heading, in lower case
 * @param name as it is written
 * @param value without blanks around it
 * @param line its number, from 1
 */
record SectionEntry(String section, String name, String value, int line) {

  /** Finds the entries of a file, in its order; comments are left out. */
  static List<SectionEntry> of(String text) {
    List<SectionEntry> entries = new ArrayList<>();
    String section = "";
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      int sign = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).toLowerCase(Locale.ROOT);
      } else if (!line.startsWith("#") && !line.startsWith(";") && sign > 0) {
        String value = line.substring(sign + 1).strip();
        entries.add(new SectionEntry(section, line.substring(0, sign).strip(), value, number));
      }
    }
    return entries;
  }

  /** The name in lower case. */
  String key() {
    return name.toLowerCase(Locale.ROOT);
  }

  String text() {
    return name + "=" + value;
  }
}
