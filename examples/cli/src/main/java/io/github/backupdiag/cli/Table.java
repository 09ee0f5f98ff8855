package io.github.backupdiag.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns two blanks apart; the last column is broken into lines. */
final class Table {

  private static final int GAP = 2;
  private static final int NARROWEST_LAST = 24;

  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  Table(int columns) {
    this.columns = columns;
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int[] widths = widths();
    int before = before(widths);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i + 1 < row.size(); i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - Wrapping.width(cell) + GAP));
      }
      appendLast(text, line, row.get(row.size() - 1), before);
    }
    return text.toString();
  }

  /** Writes the last cell behind the line, or below it where too little room is left. */
  private void appendLast(StringBuilder text, StringBuilder line, String last, int before) {
    int indent = columns - before >= NARROWEST_LAST ? before : 2 * GAP;
    if (indent != before) {
      text.append(line.toString().stripTrailing()).append('\n');
      line = new StringBuilder(" ".repeat(indent));
    }
    String start = line.toString();
    for (String part : Wrapping.wrap(last, columns - indent)) {
      text.append((start + part).stripTrailing()).append('\n');
      start = " ".repeat(indent);
    }
  }

  private int[] widths() {
    int[] widths = new int[rows.isEmpty() ? 1 : rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Wrapping.width(row.get(i)));
      }
    }
    return widths;
  }

  private static int before(int[] widths) {
    int before = 0;
    for (int i = 0; i + 1 < widths.length; i++) {
      before += widths[i] + GAP;
    }
    return before;
  }
}
