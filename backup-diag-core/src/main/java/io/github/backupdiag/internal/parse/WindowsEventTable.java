package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events as rows of a table: as the event viewer saves a list in any language (level, date, source,
 * number, category, text, apart by commas or tabs), or as PowerShell exports them, whose names are
 * English. Both write local times, which are none.
 */
final class WindowsEventTable {

  private static final Set<String> IDS = Set.of("id", "eventid");
  private static final Set<String> SOURCES = Set.of("providername", "source");
  private static final Set<String> TIMES = Set.of("timecreated", "timegenerated");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final int MOST = 2_000;
  private static final int MOST_CELLS = 60;
  private static final int LONGEST_HEADER = 4_000;
  private static final int LONGEST_CELL = 60_000;
  private static final int MAX_VALUE = 2_000;
  private static final int MAX_TEXT = 500;

  private final String text;
  private final String source;
  private final EventNames names;
  private final List<WindowsEvent> events = new ArrayList<>();
  private Map<String, Integer> columns = Map.of();
  private char separator;
  private int at;
  private long line = 1;

  private WindowsEventTable(String text, String source, EventNames names) {
    this.text = text;
    this.source = source;
    this.names = names;
  }

  static List<WindowsEvent> parse(String text, String source, EventNames names) {
    WindowsEventTable table = new WindowsEventTable(text, source, names);
    while (table.at < text.length() && table.events.size() < MOST) {
      table.row();
    }
    return table.events;
  }

  private void row() {
    int end = text.indexOf('\n', at);
    String first = text.substring(at, end < 0 ? text.length() : end);
    char by = columns.isEmpty() ? separatorOf(first) : separator;
    if (by == 0 || first.indexOf(by) < 0 || !mayBegin(first, by)) {
      at = end < 0 ? text.length() : end + 1;
      line++;
      return;
    }
    separator = by;
    long number = line;
    List<String> cells = cells();
    if (columns.isEmpty() && isHeader(cells)) {
      columns = columns(cells);
    } else {
      add(cells, number);
    }
  }

  /** Looks at a line before it is taken apart, since a quoted cell may go on over many lines. */
  private boolean mayBegin(String first, char by) {
    if (!columns.isEmpty()) {
      return true;
    }
    String[] some = first.split(Pattern.quote(String.valueOf(by)), 6);
    boolean viewer = some.length >= 5 && isEvent(plain(some[2]), plain(some[3]));
    String lower = first.length() > LONGEST_HEADER ? "" : first.toLowerCase(Locale.ROOT);
    return viewer
        || (IDS.stream().anyMatch(lower::contains) && SOURCES.stream().anyMatch(lower::contains));
  }

  private static char separatorOf(String line) {
    for (char candidate : new char[] {'\t', ';', ','}) {
      int first = line.indexOf(candidate);
      if (first >= 0 && line.indexOf(candidate, first + 1) > 0) {
        return candidate;
      }
    }
    return 0;
  }

  private static boolean isHeader(List<String> cells) {
    List<String> folded = cells.stream().map(WindowsEventTable::folded).toList();
    return folded.stream().anyMatch(IDS::contains) && folded.stream().anyMatch(SOURCES::contains);
  }

  private static Map<String, Integer> columns(List<String> cells) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.putIfAbsent(folded(cells.get(i)), i);
    }
    return columns;
  }

  private static String folded(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  private void add(List<String> cells, long number) {
    boolean viewer = columns.isEmpty();
    String provider = viewer ? cell(cells, 2) : named(cells, SOURCES);
    String id = viewer ? cell(cells, 3) : named(cells, IDS);
    if (!isEvent(provider, id)) {
      return;
    }
    String message = viewer ? cell(cells, 5) : named(cells, Set.of("message"));
    List<String> data =
        LINES
            .splitAsStream(message)
            .filter(part -> !part.isBlank())
            .limit(MOST_CELLS)
            .map(part -> WindowsEventText.cut(part.strip(), MAX_VALUE))
            .toList();
    String head = provider + " " + id + (data.isEmpty() ? "" : ": " + data.get(0));
    events.add(
        new WindowsEvent(
            viewer ? "" : named(cells, Set.of("logname")),
            provider,
            Integer.parseInt(id),
            viewer ? null : time(named(cells, TIMES)),
            data,
            source,
            number,
            WindowsEventText.cut(head, MAX_TEXT)));
  }

  private boolean isEvent(String provider, String id) {
    return NUMBER.matcher(id).matches()
        && names.providers().contains(WindowsEvent.shortName(provider));
  }

  private String named(List<String> cells, Set<String> wanted) {
    for (String name : wanted) {
      Integer column = columns.get(name);
      if (column != null) {
        return cell(cells, column);
      }
    }
    return "";
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column).strip() : "";
  }

  private static @Nullable Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String plain(String cell) {
    String bare = cell.strip();
    boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** Takes a row apart and goes behind it. */
  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      String cell = at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
      if (cells.size() < MOST_CELLS) {
        cells.add(cell);
      }
      more = at < text.length() && text.charAt(at) == separator;
      at += more ? 1 : 0;
    }
    if (at < text.length()) {
      at++;
      line++;
    }
    return cells;
  }

  private String bare() {
    int from = at;
    while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(from, at);
  }

  /** A quote inside stands twice. A cell that is not closed ends with its first line. */
  private String quoted() {
    int from = at;
    int end = at + 1;
    int most = Math.min(text.length(), at + LONGEST_CELL);
    while (end < most && !isClosing(end)) {
      end += text.charAt(end) == '"' ? 2 : 1;
    }
    if (end >= most) {
      at++;
      return bare();
    }
    String cell = text.substring(from + 1, end);
    line += cell.chars().filter(c -> c == '\n').count();
    at = end + 1;
    bare();
    return cell.replace("\"\"", "\"");
  }

  private boolean isClosing(int place) {
    return text.charAt(place) == '"'
        && (place + 1 == text.length() || text.charAt(place + 1) != '"');
  }
}
