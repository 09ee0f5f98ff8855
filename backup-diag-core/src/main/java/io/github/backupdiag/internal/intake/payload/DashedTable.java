package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table as PowerShell and {@code az -o table} print it: names, dashes, rows. */
final class DashedTable implements TextForm {

  private static final int LONGEST = 2_000;
  private static final Pattern DASHES = Pattern.compile("\\s{0,8}-{2,}+(?:\\s++-{2,}+)++\\s*");
  private static final Pattern COLUMN = Pattern.compile("-{2,}");
  private static final String[] KNOWN = {
    "workloadname",
    "operation",
    "status",
    "jobid",
    "itemname",
    "starttime",
    "endtime",
    "starttimeutc",
    "duration",
    "errorcode",
    "errormessage",
    "recommendations",
    "provisioningstate",
    "publisher",
    "autoupgrademinorversion",
    "resourcegroup",
    "resourcegroupname",
    "powerstate"
  };

  @Override
  public boolean begins(List<Line> lines, int from) {
    if (from + 1 >= lines.size() || !isDashes(lines.get(from + 1).text())) {
      return false;
    }
    List<String> names = cells(lines.get(from).text(), columns(lines.get(from + 1).text()));
    return row(names, names, 0).count(KNOWN) >= 2;
  }

  private static boolean isDashes(String text) {
    return text.length() <= LONGEST && text.contains("--") && DASHES.matcher(text).matches();
  }

  @Override
  public int read(List<Line> lines, int from, Walk walk) {
    List<Integer> columns = columns(lines.get(from + 1).text());
    List<String> names = cells(lines.get(from).text(), columns);
    int at = from + 2;
    while (at < lines.size() && !lines.get(at).isBlank()) {
      Line line = lines.get(at++);
      walk.through(Place.root(row(names, cells(line.text(), columns), line.number())));
    }
    return at;
  }

  private static List<Integer> columns(String dashes) {
    List<Integer> columns = new ArrayList<>();
    Matcher matcher = COLUMN.matcher(dashes);
    while (matcher.find()) {
      columns.add(matcher.start());
    }
    return columns;
  }

  private static List<String> cells(String line, List<Integer> columns) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int from = Math.min(columns.get(i), line.length());
      int to = i + 1 < columns.size() ? Math.min(columns.get(i + 1), line.length()) : line.length();
      cells.add(line.substring(from, to).strip());
    }
    return cells;
  }

  private static Node row(List<String> names, List<String> cells, int line) {
    List<Node> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(Node.text(names.get(i), cells.get(i), line));
    }
    return Node.object("", fields, line);
  }
}
