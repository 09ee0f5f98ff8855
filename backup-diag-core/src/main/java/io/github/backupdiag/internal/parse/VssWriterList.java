package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.VssWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of {@code vssadmin list writers} in any language and state of repair: two GUIDs, then
 * a number in brackets; before them a name in quotes, behind them the last error.
 */
public final class VssWriterList {

  /** Bytes of an East Asian code page may show as brackets, so that anything may stand between. */
  private static final String GAP = ".{0,160}?";

  private static final String STATE = "\\[\\s?(\\d{1,2})\\s?\\]";
  private static final Pattern BLOCK =
      Pattern.compile(Guid.FORM + GAP + Guid.FORM + GAP + STATE, Pattern.DOTALL);
  private static final Pattern BARE_STATE = Pattern.compile("^[^{}]{0,60}" + STATE);
  private static final Set<String> OTHER_NAMES =
      Set.of("ntds", "certificate authority", "termservlicensing", "cluster database");
  private static final int BEFORE = 300;
  private static final int BEHIND = 400;
  private static final int LAST_STATE = 15;
  private static final int LONGEST_ERROR = 100;
  private static final String ERROR_LABEL = "last error:";

  private VssWriterList() {}

  /**
   * Finds the writers of a text, also those that {@code diskshadow} lists.
   *
   * @param text any text
   * @return in its order, empty if it lists none
   */
  public static List<VssWriter> parse(String text) {
    List<VssWriter> writers = blocks(text);
    if (writers.isEmpty()) {
      List<TextLine> lines = TextLine.of(text);
      writers = DiskshadowWriters.parse(lines);
      if (writers.isEmpty()) {
        writers = withoutIds(lines);
      }
    }
    String none = sharedByStable(writers);
    return writers.stream().map(writer -> none == null ? writer : healthy(writer, none)).toList();
  }

  private static List<VssWriter> blocks(String text) {
    List<VssWriter> writers = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    LineCount lines = new LineCount(text);
    int from = 0;
    boolean found = block.find();
    while (found) {
      int start = block.start();
      int end = block.end();
      String writer = block.group(1);
      String instance = block.group(2);
      int state = Integer.parseInt(block.group(3));
      String name = name(text.substring(Math.max(from, start - BEFORE), start));
      found = block.find();
      int most = found ? Math.min(block.start(), end + BEHIND) : end + BEHIND;
      String error = error(text.substring(end, Math.min(text.length(), most)));
      if (state <= LAST_STATE) {
        writers.add(writer(name, writer, instance, state, error, lines.at(start)));
      }
      from = end;
    }
    return writers;
  }

  private static VssWriter writer(
      String name, String writer, String instance, int state, String error, long line) {
    return new VssWriter(
        name,
        Guid.lower(writer),
        Guid.lower(instance),
        state,
        WriterErrors.code(error),
        error,
        line);
  }

  /** In quotes, or, where these are damaged, what stands behind the label of the line before. */
  private static String name(String before) {
    String quoted = Quoted.lastIn(before);
    if (quoted != null) {
      return quoted;
    }
    List<TextLine> lines = TextLine.of(before);
    String value = lines.size() < 2 ? null : lines.get(lines.size() - 2).value();
    return value == null ? "" : withoutMarks(value).strip();
  }

  /** Damaged quotes at both ends left out. */
  private static String withoutMarks(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isMark(value.charAt(from))) {
      from++;
    }
    while (to > from && isMark(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isMark(char c) {
    return c == '?' || c == '\ufffd';
  }

  private static String error(String behind) {
    int end = behind.indexOf('\n');
    String label = end < 0 ? behind : behind.substring(0, end);
    int joined = label.toLowerCase(Locale.ROOT).indexOf(ERROR_LABEL);
    if (joined >= 0) {
      return cut(label.substring(joined + ERROR_LABEL.length()));
    }
    List<TextLine> lines = end < 0 ? List.of() : TextLine.of(behind.substring(end));
    return lines.isEmpty() ? "" : error(lines.get(0));
  }

  private static String error(TextLine line) {
    String value = line.value();
    boolean other = Quoted.atEnd(line.text()) != null || line.text().contains("{");
    return value == null || other ? "" : cut(value);
  }

  private static String cut(String error) {
    String text = error.strip();
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }

  /** What people keep of a block when they shorten it: the quoted name, the state, the error. */
  private static List<VssWriter> withoutIds(List<TextLine> lines) {
    List<VssWriter> writers = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      String name = Quoted.atEnd(lines.get(i).text());
      Matcher state = BARE_STATE.matcher(lines.get(i + 1).text());
      if (name != null && isWriter(name) && state.find()) {
        String error = i + 2 < lines.size() ? error(lines.get(i + 2)) : "";
        int number = Integer.parseInt(state.group(1));
        if (number <= LAST_STATE) {
          writers.add(writer(name, "", "", number, error, lines.get(i).number()));
        }
      }
    }
    return writers;
  }

  private static boolean isWriter(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("writer") || OTHER_NAMES.contains(lower);
  }

  /** The label of no error in the language of the text, if it can be told. */
  private static @Nullable String sharedByStable(List<VssWriter> writers) {
    List<String> stable =
        writers.stream()
            .filter(writer -> writer.state() == 1 && !writer.errorText().isEmpty())
            .map(VssWriter::errorText)
            .toList();
    Map<String, Long> counts =
        stable.stream().collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(text -> text.getValue() >= 2 && text.getValue() * 2 > stable.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static VssWriter healthy(VssWriter writer, String none) {
    return writer.error().isEmpty() && writer.errorText().equals(none)
        ? new VssWriter(
            writer.name(),
            writer.writerId(),
            writer.instanceId(),
            writer.state(),
            VssWriter.NO_ERROR,
            writer.errorText(),
            writer.line())
        : writer;
  }
}
