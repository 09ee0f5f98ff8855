package io.github.backupdiag.internal.intake.excerpt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text taken apart into lines of logs and other lines. Each line keeps its number: in the text of
 * one log the lines of the others are empty.
 */
final class Excerpt {

  /** Signs of a quoted mail in front of a line. */
  private static final Pattern QUOTED = Pattern.compile("^(?:> ?){1,9}");

  private static final Pattern JOURNAL =
      Pattern.compile(
          "(?:[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d"
              + "|20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.,\\d]{0,10}(?:Z|[+-]\\d\\d:?\\d\\d))"
              + " \\S{1,64} [^\\s:\\[]{1,64}(?:\\[\\d{1,9}])?: ");

  /** What goes on with the record above: blanks, parts of output, the end of a traceback. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "^(?:\\s+\\S|\\[std(?:out|err)\\]|Traceback |\\w[\\w.]*(?:Error|Exception):)");

  /** Longer lines are cut, as the scanner of logs does. */
  private static final int LONGEST = 64 << 10;

  private final List<String> lines = new ArrayList<>();
  private final List<@Nullable LineKind> kinds = new ArrayList<>();

  Excerpt(String text) {
    LineKind above = null;
    for (String raw : split(text)) {
      String line = raw.startsWith(">") ? QUOTED.matcher(raw).replaceFirst("") : raw;
      LineKind own = LineKind.of(line);
      if (own == null) {
        line = withoutHead(line);
        own = LineKind.of(line);
      }
      LineKind kind = own == null && GOES_ON.matcher(line).find() ? above : own;
      lines.add(line);
      kinds.add(kind);
      above = kind;
    }
  }

  /** Splits at any end of line; the line after the last one counts, too. */
  private static List<String> split(String text) {
    List<String> split = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        split.add(text.substring(from, Math.min(at, from + LONGEST)));
        boolean both = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        at += both ? 1 : 0;
        from = at + 1;
      }
    }
    split.add(text.substring(from, Math.min(text.length(), from + LONGEST)));
    return split;
  }

  /** The journal puts a head of its own, in local time, before what the agent wrote. */
  private static String withoutHead(String line) {
    Matcher head = line.isEmpty() || line.charAt(0) > 'S' ? null : JOURNAL.matcher(line);
    if (head == null || !head.lookingAt()) {
      return line;
    }
    String rest = line.substring(head.end());
    return LineKind.of(rest) == null ? line : rest;
  }

  /** Logs that at least one line comes from. */
  Set<LineKind> logs() {
    Set<LineKind> found = EnumSet.noneOf(LineKind.class);
    kinds.stream().filter(java.util.Objects::nonNull).forEach(found::add);
    return found;
  }

  /** Gives the lines of one log, or with null those of none. */
  String of(@Nullable LineKind kind) {
    int length = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      length += kinds.get(i) == kind ? lines.get(i).length() : 0;
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < lines.size(); i++) {
      if (kinds.get(i) == kind) {
        text.append(lines.get(i));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** All lines, without the signs of a quoted mail. */
  List<String> lines() {
    return lines;
  }
}
