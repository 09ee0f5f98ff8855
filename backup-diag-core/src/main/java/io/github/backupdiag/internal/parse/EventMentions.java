package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events that people speak of: a number with the name of its source on the same line, such as
 * {@code event id 8229 source VSS}. Neither is enough alone.
 */
final class EventMentions {

  private static final Pattern ID =
      Pattern.compile(
          "(?i)(?:(?<![a-z])(?:events?|id)|ereignis[\\w-]{0,12}|événement|evento|イベント|이벤트|事件)"
              + "[^\\p{L}\\d;]{0,6}(?:(?:id|log|code|kennung)[^\\p{L}\\d;]{0,4})?"
              + "(\\d{1,5})(?!\\d|\\.\\d)");
  private static final Pattern BESIDE =
      Pattern.compile("(?i)(?<![a-z\\d-])(vss|volsnap|capi2)[ :#/(]{1,2}(\\d{1,5})(?!\\d|\\.\\d)");

  /** What tells more of an event: a GUID or a code of eight digits. */
  private static final Pattern DETAIL = Pattern.compile("\\{\\p{XDigit}{8}-|0[xX]\\p{XDigit}{8}");

  private static final int NEAR = 60;
  private static final int LONGEST_LINE = 2000;
  private static final int MOST = 200;

  private final EventNames names;
  private final Pattern providers;
  private final String source;

  EventMentions(EventNames names, String source) {
    this.names = names;
    this.source = source;
    this.providers =
        Pattern.compile(
            "(?i)(?<![a-z\\d-])(?:Microsoft-Windows-)?("
                + names.providers().stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
                + ")(?![a-z\\d-])");
  }

  List<WindowsEvent> in(List<TextLine> lines) {
    List<WindowsEvent> found = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (TextLine line : lines) {
      String text = WindowsEventText.cut(line.text(), LONGEST_LINE);
      if (mayHoldDetail(text) && DETAIL.matcher(text).find()) {
        details.add(text);
      }
      if (found.size() < MOST) {
        mentions(text, line.number(), found);
      }
    }
    return found.stream()
        .map(event -> isAlone(event, found) ? with(event, details) : event)
        .toList();
  }

  private static boolean mayHoldDetail(String text) {
    return text.indexOf('{') >= 0 || text.contains("0x") || text.contains("0X");
  }

  private void mentions(String text, long line, List<WindowsEvent> found) {
    if (!NumberedWords.mayName(text)) {
      return;
    }
    Matcher id = ID.matcher(text);
    while (id.find()) {
      add(nearest(text, id.start(), id.end()), id.group(1), text, line, found);
    }
    Matcher beside = BESIDE.matcher(text);
    while (beside.find()) {
      add(beside.group(1), beside.group(2), text, line, found);
    }
  }

  private void add(
      @Nullable String provider, String id, String text, long line, List<WindowsEvent> found) {
    int number = Integer.parseInt(id);
    if (provider != null && names.knows(provider, number) && !isFound(provider, number, found)) {
      found.add(
          new WindowsEvent(
              "",
              provider,
              number,
              null,
              List.of(text),
              source,
              line,
              WindowsEventText.cut(text, 500)));
    }
  }

  private static boolean isFound(String provider, int id, List<WindowsEvent> found) {
    return found.stream().anyMatch(event -> event.id() == id && event.isBy(provider));
  }

  /** The name of a source next to a number, in the same part of the sentence. */
  private @Nullable String nearest(String text, int from, int to) {
    int begin = Math.max(text.lastIndexOf(';', from) + 1, from - NEAR);
    int semicolon = text.indexOf(';', to);
    int end = Math.min(semicolon < 0 ? text.length() : semicolon, to + NEAR);
    Matcher provider = providers.matcher(text).region(begin, end);
    provider.useTransparentBounds(true);
    String nearest = null;
    int best = Integer.MAX_VALUE;
    while (provider.find()) {
      int distance = provider.end() <= from ? from - provider.end() : provider.start() - to;
      if (Math.abs(distance) < best) {
        best = Math.abs(distance);
        nearest = provider.group(1);
      }
    }
    return nearest;
  }

  /** The only one of its source: then the details of the text are its own. */
  private static boolean isAlone(WindowsEvent event, List<WindowsEvent> found) {
    return found.stream().filter(other -> other.isBy(event.provider())).count() == 1;
  }

  private static WindowsEvent with(WindowsEvent event, List<String> details) {
    List<String> data = new ArrayList<>(event.data());
    details.stream().filter(detail -> !data.contains(detail)).limit(20).forEach(data::add);
    return new WindowsEvent(
        event.channel(),
        event.provider(),
        event.id(),
        event.time(),
        data,
        event.source(),
        event.line(),
        event.text());
  }
}
