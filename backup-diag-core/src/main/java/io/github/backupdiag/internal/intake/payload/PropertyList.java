package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Payload.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects as PowerShell's {@code Format-List} prints them: names and values with their colons in
 * one column. Errors that follow a job belong to it.
 */
final class PropertyList implements TextForm {

  private static final Pattern PROPERTY =
      Pattern.compile("\\s{0,4}([A-Za-z][A-Za-z0-9_]{1,40})\\s{0,40}:(?:\\s(.*))?");
  private static final String VALUE_INDENT = " ".repeat(6);
  private static final String[] OF_JOB = {
    "jobid",
    "workloadname",
    "operation",
    "activityid",
    "backupmanagementtype",
    "errordetails",
    "iscancellable",
    "starttime",
    "endtime",
    "dynamicerrormessage"
  };
  private static final String[] OF_ERROR = {"errorcode", "errormessage", "recommendations"};

  @Override
  public boolean begins(List<Line> lines, int from) {
    if (goesOn(lines, from)) {
      return false;
    }
    Node first = Block.at(lines, from).node();
    return first.count(OF_JOB) >= 3 || first.count(OF_ERROR) >= 2;
  }

  /** True if the line above belongs to the same object, which was looked at then. */
  private static boolean goesOn(List<Line> lines, int from) {
    String above = from == 0 ? "" : lines.get(from - 1).text();
    int colon = lines.get(from).text().indexOf(':');
    return above.startsWith(VALUE_INDENT)
        || (colon >= 0 && above.indexOf(':') == colon && PROPERTY.matcher(above).matches());
  }

  @Override
  public int read(List<Line> lines, int from, Walk walk) {
    Block first = Block.at(lines, from);
    walk.out().kind(Kind.POWERSHELL_JOB);
    int end = first.end();
    List<Node> errors = new ArrayList<>();
    for (int next = behindBlanks(lines, end);
        next < lines.size();
        next = behindBlanks(lines, end)) {
      Block error = Block.at(lines, next);
      if (error.node().count(OF_ERROR) < 2 || first.node().count(OF_ERROR) >= 2) {
        break;
      }
      errors.add(error.node());
      end = error.end();
    }
    walk.through(Place.root(joined(first.node(), errors)));
    return end;
  }

  private static int behindBlanks(List<Line> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private static Node joined(Node job, List<Node> errors) {
    if (errors.isEmpty()) {
      return job;
    }
    List<Node> fields = new ArrayList<>(job.fields().values());
    fields.add(Node.array("ErrorDetails", errors, errors.get(0).line()));
    return Node.object("", fields, job.line());
  }

  /**
   * One object.
   *
   * @param node its properties, nothing in it if there is no object
   * @param end index of the line behind it
   */
  private record Block(Node node, int end) {

    private static final int MOST = 100;

    static Block at(List<Line> lines, int from) {
      List<Node> fields = new ArrayList<>();
      int colon = -1;
      int at = from;
      while (at < lines.size() && fields.size() < MOST) {
        Matcher property = PROPERTY.matcher(lines.get(at).text());
        int column = lines.get(at).text().indexOf(':');
        if (!property.matches() || (colon >= 0 && column != colon)) {
          break;
        }
        colon = column;
        int end = behindValue(lines, at, colon);
        fields.add(field(property, lines.subList(at, end)));
        at = end;
      }
      return new Block(Node.object("", fields, lines.get(from).number()), at);
    }

    /** A value goes on in lines that begin right of the colons. */
    private static int behindValue(List<Line> lines, int from, int colon) {
      int at = from + 1;
      while (at < lines.size() && isMore(lines.get(at).text(), colon)) {
        at++;
      }
      return at;
    }

    private static boolean isMore(String text, int colon) {
      return text.length() > colon + 1 && text.substring(0, colon + 1).isBlank() && !text.isBlank();
    }

    private static Node field(Matcher property, List<Line> lines) {
      StringBuilder value = new StringBuilder(property.group(2) == null ? "" : property.group(2));
      for (Line more : lines.subList(1, lines.size())) {
        value.append(' ').append(more.text().strip());
      }
      return Node.text(property.group(1), plain(value.toString()), lines.get(0).number());
    }

    /** Of nested objects PowerShell prints the type, which says nothing. */
    private static String plain(String value) {
      String bare = value.strip();
      boolean braced = bare.startsWith("{") && bare.endsWith("}") && bare.indexOf('"') < 0;
      String inside = braced ? bare.substring(1, bare.length() - 1) : bare;
      return inside.startsWith("Microsoft.Azure.Commands.") ? "" : inside;
    }
  }
}
