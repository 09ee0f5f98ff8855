package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects as PowerShell prints VMs and extensions ({@code Get-AzVM -Status}, {@code
 * Get-AzVMExtension}): names and values with their colons in one column, what belongs to a name
 * below it and further in, items of a list with their number. Times are in the zone of whoever
 * asked, which is written nowhere, so they are none.
 */
final class ComputeList implements TextForm {

  private static final Pattern PROPERTY =
      Pattern.compile("( {0,24})([A-Za-z][A-Za-z0-9]{1,40})(\\[\\d{1,4}\\])? {0,60}:(?: (.*))?");
  private static final Set<String> FIRST =
      Set.of(
          "resourcegroupname",
          "vmname",
          "name",
          "id",
          "hypervgeneration",
          "bootdiagnostics",
          "disks",
          "extensions",
          "vmagent",
          "statuses");
  private static final String[] OF_EXTENSION = {
    "vmname", "publisher", "extensiontype", "typehandlerversion", "provisioningstate"
  };
  private static final int MOST = 2_000;

  @Override
  public boolean begins(List<Line> lines, int from) {
    int column = columnOf(lines.get(from));
    boolean known = isProperty(lines.get(from), column) && FIRST.contains(nameOf(lines.get(from)));
    if (!known || (from > 0 && isProperty(lines.get(from - 1), column))) {
      return false;
    }
    Node first = object(lines, from, end(lines, from));
    boolean view = first.get("vmagent").isObject() || !first.get("statuses").items().isEmpty();
    return view || first.count(OF_EXTENSION) >= 4;
  }

  @Override
  public int read(List<Line> lines, int from, Walk walk) {
    int end = end(lines, from);
    walk.through(Place.root(object(lines, from, end)));
    return end;
  }

  private static int columnOf(Line line) {
    return line.text().indexOf(':');
  }

  private static boolean isProperty(Line line, int column) {
    return column >= 0 && columnOf(line) == column && PROPERTY.matcher(line.text()).matches();
  }

  /** An object goes on over lines of a message, and ends at a blank line or at a new one. */
  private static int end(List<Line> lines, int from) {
    int column = columnOf(lines.get(from));
    int at = from;
    while (at < Math.min(lines.size(), from + MOST) && goesOn(lines, from, at, column)) {
      at++;
    }
    return at;
  }

  private static boolean goesOn(List<Line> lines, int from, int at, int column) {
    if (at == from) {
      return isProperty(lines.get(at), column);
    }
    if (lines.get(at).isBlank()) {
      return at + 1 < lines.size() && isInner(lines.get(at + 1), column);
    }
    String name = nameOf(lines.get(from));
    boolean numbered = lines.get(at).text().lastIndexOf(']', column) > 0;
    return numbered || !(isProperty(lines.get(at), column) && nameOf(lines.get(at)).equals(name));
  }

  /** Behind a blank line of a message only what stands further in belongs to the same object. */
  private static boolean isInner(Line line, int column) {
    return isProperty(line, column) && line.text().startsWith(" ");
  }

  /** The name with what stands before it, so that only what is not further in has a known one. */
  private static String nameOf(Line line) {
    Matcher property = PROPERTY.matcher(line.text());
    return property.matches()
        ? (property.group(1) + property.group(2)).toLowerCase(Locale.ROOT)
        : "";
  }

  private static Node object(List<Line> lines, int from, int end) {
    return new Reader(lines.subList(from, end), columnOf(lines.get(from))).object(0, 0);
  }

  /** Takes the lines of one object apart. */
  private static final class Reader {

    private static final int DEEPEST = 8;

    private final List<Line> lines;
    private final int column;
    private int at;

    Reader(List<Line> lines, int column) {
      this.lines = lines;
      this.column = column;
    }

    Node object(int indent, int depth) {
      int line = at < lines.size() ? lines.get(at).number() : 0;
      List<Node> fields = new ArrayList<>();
      while (at < lines.size()) {
        Matcher property = PROPERTY.matcher(lines.get(at).text());
        boolean own = property.matches() && isPlaced(property);
        if (own && property.group(1).length() < indent) {
          break;
        }
        if (own) {
          add(property, depth, fields);
        } else {
          at++;
        }
      }
      return Node.object("", fields, line);
    }

    /** A longer name than the column has room for pushes its colon on. */
    private boolean isPlaced(Matcher property) {
      int colon = lines.get(at).text().indexOf(':');
      int length = property.end(2) + (property.group(3) == null ? 0 : property.group(3).length());
      return colon == column || (colon == length + 1 && colon > column);
    }

    private void add(Matcher property, int depth, List<Node> fields) {
      int line = lines.get(at).number();
      int own = property.group(1).length();
      String name = property.group(2);
      String first = property.group(4) == null ? "" : property.group(4).strip();
      at++;
      Node value;
      if (first.isEmpty() && depth < DEEPEST && isInside(own)) {
        Node inner = object(own + 1, depth + 1);
        value = new Node(inner.kind(), name, "", List.of(), inner.fields(), line);
      } else {
        value = Node.text(name, text(first), line);
      }
      if (property.group(3) == null) {
        fields.add(value);
      } else {
        item(value, fields);
      }
    }

    private boolean isInside(int indent) {
      Matcher next = at < lines.size() ? PROPERTY.matcher(lines.get(at).text()) : null;
      return next != null && next.matches() && isPlaced(next) && next.group(1).length() > indent;
    }

    /** A message goes on in lines that are no properties. */
    private String text(String first) {
      StringBuilder text = new StringBuilder(first);
      while (at < lines.size()) {
        Matcher next = PROPERTY.matcher(lines.get(at).text());
        if (next.matches() && isPlaced(next)) {
          break;
        }
        text.append('\n').append(lines.get(at).text().strip());
        at++;
      }
      return text.toString().strip();
    }

    private static void item(Node value, List<Node> fields) {
      for (int i = 0; i < fields.size(); i++) {
        Node field = fields.get(i);
        if (field.kind() == Node.Kind.ARRAY && field.name().equals(value.name())) {
          List<Node> items = new ArrayList<>(field.items());
          items.add(value);
          fields.set(i, Node.array(field.name(), items, field.line()));
          return;
        }
      }
      fields.add(Node.array(value.name(), List.of(value), value.line()));
    }
  }
}
