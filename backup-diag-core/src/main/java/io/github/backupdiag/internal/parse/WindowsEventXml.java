package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Events in XML, from {@code wevtutil}, PowerShell or the event viewer: one, several, in a root
 * element or not, also cut off. Only a few elements are looked for; entities other than the five of
 * XML and numbers stay as they are, and nothing outside the text is ever read.
 */
public final class WindowsEventXml {

  private static final int LONGEST = 1 << 16;
  private static final int MAX_DATA = 64;
  private static final int MAX_VALUE = 2000;
  private static final int MAX_TEXT = 500;
  private static final String END = "</Event>";
  private static final Pattern START = Pattern.compile("<Event(?=[\\s>])");
  private static final Pattern PROVIDER = attribute("Provider", "(?:Name|EventSourceName)");
  private static final Pattern TIME = attribute("TimeCreated", "SystemTime");
  private static final Pattern ID = Pattern.compile("<EventID(?:\\s[^<>]{0,60})?>\\s*(\\d{1,10})");
  private static final Pattern CHANNEL = Pattern.compile("<Channel>([^<]{1,200})</");
  private static final Pattern DATA = Pattern.compile("<(?:EventData|UserData|RenderingInfo)\\b");
  private static final Pattern LEAF = Pattern.compile(">([^<>]+)</([\\w:]+)");

  private WindowsEventXml() {}

  private static Pattern attribute(String element, String name) {
    return Pattern.compile(
        "<"
            + element
            + "\\s[^<>]{0,300}?\\b"
            + name
            + "\\s?=\\s?(?:'([^'<>]{0,200})'|\"([^\"<>]{0,200})\")");
  }

  /**
   * Finds the events of a text.
   *
   * @param text any text
   * @param source how to call the text
   * @return in its order; an element without provider or id is left out
   */
  public static List<WindowsEvent> parse(String text, String source) {
    List<WindowsEvent> events = new ArrayList<>();
    Matcher start = START.matcher(text);
    LineCount lines = new LineCount(text);
    boolean found = start.find();
    while (found) {
      int from = start.start();
      found = start.find();
      int next = found ? start.start() : text.length();
      WindowsEvent event = event(element(text, from, next), source, lines.at(from));
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  /** Gives a text with blanks in place of its events; every line keeps its number. */
  static String without(String text) {
    StringBuilder rest = new StringBuilder(text);
    Matcher start = START.matcher(text);
    boolean found = start.find();
    while (found) {
      int from = start.start();
      found = start.find();
      int end = from + element(text, from, found ? start.start() : text.length()).length();
      for (int i = from; i < end; i++) {
        if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return rest.toString();
  }

  /** To its end, or, where that is cut off, to the end of the last element in it. */
  private static String element(String text, int from, int next) {
    String piece = text.substring(from, Math.min(next, from + LONGEST));
    int end = piece.indexOf(END);
    return piece.substring(0, end < 0 ? piece.lastIndexOf('>') + 1 : end + END.length());
  }

  private static @Nullable WindowsEvent event(String element, String source, long line) {
    String provider = value(PROVIDER, element);
    String id = value(ID, element);
    if (provider == null || id == null) {
      return null;
    }
    String channel = value(CHANNEL, element);
    return new WindowsEvent(
        channel == null ? "" : XmlText.decoded(channel).strip(),
        XmlText.decoded(provider).strip(),
        (int) (Long.parseLong(id) & 0xffff),
        time(value(TIME, element)),
        data(element),
        source,
        line,
        element.length() <= MAX_TEXT ? element : element.substring(0, MAX_TEXT));
  }

  private static @Nullable String value(Pattern pattern, String element) {
    Matcher matcher = pattern.matcher(element);
    if (!matcher.find()) {
      return null;
    }
    String first = matcher.group(1);
    return first != null || matcher.groupCount() == 1 ? first : matcher.group(2);
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The texts of all elements without children, but for the binary one. */
  private static List<String> data(String element) {
    List<String> data = new ArrayList<>();
    Matcher start = DATA.matcher(element);
    if (start.find()) {
      Matcher leaf = LEAF.matcher(element);
      leaf.region(start.end(), element.length());
      while (leaf.find() && data.size() < MAX_DATA) {
        String value = XmlText.decoded(leaf.group(1)).strip();
        if (!value.isEmpty() && !leaf.group(2).equals("Binary")) {
          data.add(value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE));
        }
      }
    }
    return data;
  }
}
