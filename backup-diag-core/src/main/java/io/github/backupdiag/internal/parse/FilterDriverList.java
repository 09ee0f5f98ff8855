package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FilterDriver;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of {@code fltmc filters}, whose head alone is translated: name, number of instances,
 * altitude, frame. Drivers of the old kind have no altitude and are left out.
 */
public final class FilterDriverList {

  private static final Pattern ROW =
      Pattern.compile(
          "(\\S{1,64})\\s+(?:\\d{1,6}\\s+)?(\\d{5,6})(?:\\.\\d{1,12})?\\s+\\d{1,6}\\s*");

  private FilterDriverList() {}

  /**
   * Reads the table.
   *
   * @param text the output
   * @return in its order
   */
  public static List<FilterDriver> parse(String text) {
    return text.lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(row -> new FilterDriver(row.group(1), Long.parseLong(row.group(2))))
        .toList();
  }
}
