package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.WindowsEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds events in a text, in whatever form: XML, lines of names and values, known sentences, and
 * words that name number and source. Immutable and thread-safe.
 */
public final class WindowsEventReader {

  /** People's words are short; a log of megabytes is not read for them. */
  private static final int PROSE = 2000;

  private static final int MOST = 2000;

  private final EventNames names;
  private final String source;
  private final EventMentions mentions;

  /**
   * Makes a reader.
   *
   * @param names the events that mean something
   * @param source how to call the text
   */
  public WindowsEventReader(EventNames names, String source) {
    this.names = names;
    this.source = source;
    this.mentions = new EventMentions(names, source);
  }

  /**
   * Finds the events.
   *
   * @param text any text
   * @return at most 2000, those in XML first, each kind in the order of the text; an event that is
   *     there in XML is not repeated from the words that describe it
   */
  public List<WindowsEvent> read(String text) {
    String plain = plain(text);
    List<WindowsEvent> events = new ArrayList<>(WindowsEventXml.parse(plain, source));
    addNew(WindowsEventTable.parse(plain, source, names), events);
    String words = events.isEmpty() ? plain : WindowsEventXml.without(plain);
    WindowsEventText.Found named = WindowsEventText.parse(TextLine.of(words), source, names);
    addNew(named.events(), events);
    addNew(EventSentences.in(named.rest(), source), events);
    List<TextLine> rest = named.rest();
    addNew(mentions.in(rest.subList(0, Math.min(rest.size(), PROSE))), events);
    return events.size() <= MOST ? events : events.subList(0, MOST);
  }

  /**
   * Gives a text with blanks in place of the events that stand in it as XML.
   *
   * @param text any text
   * @return a text with the same lines
   */
  public static String outsideXml(String text) {
    return WindowsEventXml.without(plain(text));
  }

  /** XML out of a web page or a ticket is escaped once more. */
  private static String plain(String text) {
    return text.contains("&lt;Event") ? XmlText.decoded(text) : text;
  }

  private static void addNew(List<WindowsEvent> found, List<WindowsEvent> events) {
    List<WindowsEvent> before = List.copyOf(events);
    found.stream()
        .filter(event -> before.stream().noneMatch(other -> isSame(event, other)))
        .forEach(events::add);
  }

  private static boolean isSame(WindowsEvent one, WindowsEvent other) {
    return one.id() == other.id() && one.isBy(other.provider());
  }
}
