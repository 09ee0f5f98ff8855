package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines of names and values: copied from the event viewer in any language, where log,
 * source, date and number follow each other, or parts of that in any order and in the languages of
 * {@link EventLabel}, or printed by PowerShell, whose names are English.
 */
final class WindowsEventText {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final int TOGETHER = 8;
  private static final int MAX_BODY = 60;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_TEXT = 500;

  private final List<TextLine> lines;
  private final String source;
  private final EventNames names;
  private final List<Head> heads = new ArrayList<>();

  private WindowsEventText(List<TextLine> lines, String source, EventNames names) {
    this.lines = lines;
    this.source = source;
    this.names = names;
  }

  /** The lines that name an event, by their places in the list. */
  private record Head(
      int from, int to, String channel, String provider, int id, @Nullable Instant time) {}

  /** What the lines say, and those that belong to no event. */
  record Found(List<WindowsEvent> events, List<TextLine> rest) {}

  static Found parse(List<TextLine> lines, String source, EventNames names) {
    WindowsEventText text = new WindowsEventText(lines, source, names);
    text.findHeads();
    return text.found();
  }

  private void findHeads() {
    int at = 0;
    while (at < lines.size()) {
      Head head = fourLines(at);
      if (head == null) {
        head = namedLines(at);
      }
      if (head != null) {
        heads.add(head);
      }
      at = head == null ? at + 1 : head.to();
    }
  }

  /** Log, source, date, number: the order is the same in every language. */
  private @Nullable Head fourLines(int at) {
    if (at + 3 >= lines.size()) {
      return null;
    }
    String channel = lines.get(at).value();
    String provider = lines.get(at + 1).value();
    String date = lines.get(at + 2).value();
    String id = lines.get(at + 3).value();
    boolean fits =
        channel != null
            && !channel.isEmpty()
            && isProvider(provider)
            && date != null
            && date.chars().anyMatch(Character::isDigit)
            && isNumber(id);
    return fits && channel != null && provider != null && id != null
        ? new Head(at, at + 4, channel, provider, Integer.parseInt(id), time(date))
        : null;
  }

  /** Names that PowerShell or the event viewer prints, in any order, beginning with one of them. */
  private @Nullable Head namedLines(int at) {
    if (EventLabel.of(lines.get(at).label()) == EventLabel.NONE) {
      return null;
    }
    String channel = "";
    String provider = null;
    String id = null;
    Instant time = null;
    for (int i = at; i < Math.min(lines.size(), at + TOGETHER); i++) {
      EventLabel label = EventLabel.of(lines.get(i).label());
      String value = lines.get(i).value();
      if (value != null && label == EventLabel.SOURCE && isProvider(value)) {
        provider = value;
      } else if (label == EventLabel.ID && isNumber(value)) {
        id = value;
      } else if (label == EventLabel.TIME) {
        time = time(value);
      } else if (value != null && label == EventLabel.CHANNEL) {
        channel = value;
      }
      if (provider != null && id != null) {
        return new Head(at, i + 1, channel, provider, Integer.parseInt(id), time);
      }
    }
    return null;
  }

  private boolean isProvider(@Nullable String value) {
    return value != null && names.providers().contains(WindowsEvent.shortName(value));
  }

  private static boolean isNumber(@Nullable String value) {
    return value != null && NUMBER.matcher(value).matches();
  }

  /** A time with its zone; what the event viewer shows is local time. */
  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Found found() {
    List<WindowsEvent> events = new ArrayList<>();
    List<TextLine> rest = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      int next = i + 1 < heads.size() ? heads.get(i + 1).from() : lines.size();
      int end = Math.min(next, head.to() + MAX_BODY);
      rest.addAll(lines.subList(at, head.from()));
      events.add(event(head, lines.subList(head.to(), end)));
      at = end;
    }
    rest.addAll(lines.subList(at, lines.size()));
    return new Found(events, rest);
  }

  private WindowsEvent event(Head head, List<TextLine> body) {
    List<String> data = body.stream().map(line -> cut(line.text(), MAX_VALUE)).toList();
    String first = lines.get(head.to() - 1).text();
    return new WindowsEvent(
        head.channel(),
        head.provider(),
        head.id(),
        head.time(),
        data,
        source,
        lines.get(head.from()).number(),
        cut(first + (data.isEmpty() ? "" : " … " + data.get(data.size() - 1)), MAX_TEXT));
  }

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
