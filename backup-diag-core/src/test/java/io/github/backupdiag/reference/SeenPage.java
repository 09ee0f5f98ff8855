package io.github.backupdiag.reference;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page as a parser that forgives nothing reads it. */
final class SeenPage {

  /** An element: its tag, its attributes, and where its text stands in that of the page. */
  static final class Element {

    private final String tag;
    private final Map<String, String> attributes;
    private final StringBuilder page;
    private final int start;
    private int end;

    private Element(String tag, Map<String, String> attributes, StringBuilder page) {
      this.tag = tag;
      this.attributes = attributes;
      this.page = page;
      this.start = page.length();
    }

    String tag() {
      return tag;
    }

    Map<String, String> attributes() {
      return attributes;
    }

    String get(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    boolean is(String css) {
      return List.of(get("class").split(" ")).contains(css);
    }

    String said() {
      return page.substring(start, end).strip();
    }
  }

  private final List<Element> elements;

  private SeenPage(List<Element> elements) {
    this.elements = elements;
  }

  static SeenPage read(String path, String html) {
    List<Element> elements = new ArrayList<>();
    try {
      SAXParserFactory.newInstance()
          .newSAXParser()
          .parse(new InputSource(new StringReader(html)), new Reader(elements));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(path + " is not well-formed: " + e.getMessage() + "\n" + html, e);
    }
    return new SeenPage(elements);
  }

  /** Gives the elements in the order in which they begin. */
  List<Element> all() {
    return elements;
  }

  List<Element> all(String tag) {
    return elements.stream().filter(element -> element.tag().equals(tag)).toList();
  }

  List<Element> withClass(String css) {
    return elements.stream().filter(element -> element.is(css)).toList();
  }

  Element byId(String id) {
    return elements.stream()
        .filter(element -> element.get("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no element with the id " + id));
  }

  /** Gives the values of an attribute, wherever it stands. */
  List<String> values(String attribute) {
    return elements.stream()
        .filter(element -> element.attributes().containsKey(attribute))
        .map(element -> element.get(attribute))
        .toList();
  }

  private static final class Reader extends DefaultHandler {

    private final List<Element> elements;
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    Reader(List<Element> elements) {
      this.elements = elements;
    }

    @Override
    public void startElement(String uri, String name, String tag, Attributes attributes) {
      Map<String, String> all = new HashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        all.put(attributes.getQName(i), attributes.getValue(i));
      }
      Element element = new Element(tag.intern(), Map.copyOf(all), text);
      elements.add(element);
      open.push(element);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String name, String tag) {
      open.pop().end = text.length();
    }
  }
}
