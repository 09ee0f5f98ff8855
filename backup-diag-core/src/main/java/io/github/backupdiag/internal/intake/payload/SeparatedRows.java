package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export of a query: names in the first line, then rows, apart by commas, semicolons or tabs.
 */
final class SeparatedRows {

  private static final String[] KNOWN = {
    "jobstatus",
    "jobfailurecode",
    "jobuniqueid",
    "joboperation",
    "jobstartdatetime",
    "timegenerated",
    "operationname",
    "status",
    "activitystatus",
    "activitystatusvalue",
    "operationnamevalue",
    "eventtimestamp",
    "correlationid",
    "resourceid",
    "category",
    "errorcode",
    "errormessage",
    "workloadname",
    "operation",
    "starttime",
    "endtime",
    "jobid",
    "entityfriendlyname"
  };
  private static final int LONGEST_HEADER = 20_000;

  private final Cursor cursor;
  private final char separator;

  private SeparatedRows(Cursor cursor, char separator) {
    this.cursor = cursor;
    this.separator = separator;
  }

  /** Reads a text that is an export; tells whether it is one. */
  static boolean read(String text, int limit, Walk walk) {
    Cursor cursor = Cursor.ofInput(text, limit);
    cursor.skipBlanks();
    if (cursor.isAtEnd() || cursor.peek() == '{' || cursor.peek() == '[') {
      return false;
    }
    Character separator = separator(text, cursor.at());
    if (separator == null) {
      return false;
    }
    SeparatedRows rows = new SeparatedRows(cursor, separator);
    List<String> names = rows.row().stream().map(SeparatedRows::plain).toList();
    if (object(names, names, 1).count(KNOWN) < 3) {
      return false;
    }
    rows.rest(names, walk);
    return true;
  }

  private static @Nullable Character separator(String text, int from) {
    int end = text.indexOf('\n', from);
    if (end < 0 || end - from > LONGEST_HEADER) {
      return null;
    }
    String header = text.substring(from, end);
    for (char candidate : new char[] {'\t', ';', ','}) {
      if (header.chars().filter(c -> c == candidate).count() >= 2) {
        return candidate;
      }
    }
    return null;
  }

  /** The portal appends the zone to the names of its times. */
  private static String plain(String name) {
    int bracket = name.indexOf('[');
    return (bracket > 0 ? name.substring(0, bracket) : name).strip();
  }

  private void rest(List<String> names, Walk walk) {
    while (!cursor.isAtEnd()) {
      int line = cursor.line();
      List<String> cells = row();
      if (!walk.out().budget().take(cells.size())) {
        walk.out().problems().tooMuch(line);
        return;
      }
      walk.through(Place.root(object(names, cells, line)));
    }
  }

  private static Node object(List<String> names, List<String> cells, int line) {
    List<Node> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
      fields.add(Node.text(names.get(i), cells.get(i), line));
    }
    return Node.object("", fields, line);
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(!cursor.isAtEnd() && cursor.peek() == '"' ? quoted() : plain());
    } while (cursor.take(separator));
    cursor.take('\r');
    cursor.take('\n');
    return cells;
  }

  private String plain() {
    int from = cursor.at();
    while (!cursor.isAtEnd() && !isEnd(cursor.peek())) {
      cursor.next();
    }
    return cursor.text().substring(from, cursor.at()).strip();
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  /** A quote inside stands twice; what follows the closing one belongs to the cell as well. */
  private String quoted() {
    StringBuilder cell = new StringBuilder();
    while (cursor.take('"')) {
      int from = cursor.at();
      while (!cursor.isAtEnd() && cursor.peek() != '"') {
        cursor.next();
      }
      cell.append(cell.isEmpty() ? "" : "\"").append(cursor.text(), from, cursor.at());
      cursor.take('"');
    }
    return cell.append(plain()).toString();
  }
}
