package io.github.backupdiag.reference;

import io.github.backupdiag.internal.render.HtmlText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is also well-formed XML. Every text and every value of an attribute is escaped.
 */
final class Html {

  private static final Set<String> INLINE = Set.of("a", "code", "span", "dfn");

  private final StringBuilder html = new StringBuilder(8192);
  private final Deque<String> open = new ArrayDeque<>();

  /** Writes the line that comes before the first element. */
  Html doctype() {
    html.append("<!DOCTYPE html>\n");
    return this;
  }

  /** Opens an element; attributes come as name and value in turn, and those without value fall. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    html.append(INLINE.contains(tag) ? ">" : ">\n");
    open.push(tag);
    return this;
  }

  Html close() {
    String tag = open.pop();
    html.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
    return this;
  }

  /** Writes an element that holds nothing but a text. */
  Html put(String tag, String text, String... attributes) {
    start(tag, attributes);
    html.append('>').append(HtmlText.line(text)).append("</").append(tag);
    html.append(INLINE.contains(tag) ? ">" : ">\n");
    return this;
  }

  /** Writes an element that holds nothing but a text, marked if it is of another language. */
  Html put(String tag, Said said, String... attributes) {
    String[] more = java.util.Arrays.copyOf(attributes, attributes.length + 2);
    more[attributes.length] = "lang";
    more[attributes.length + 1] = said.language();
    return put(tag, said.text(), more);
  }

  /** Writes an element without content. */
  Html lone(String tag, String... attributes) {
    start(tag, attributes);
    html.append("/>\n");
    return this;
  }

  Html text(String text) {
    html.append(HtmlText.line(text));
    return this;
  }

  /** Writes a command: its lines and blanks are kept. */
  Html command(String command, String label) {
    start("pre", "class", "command", "tabindex", "0", "role", "group", "aria-label", label);
    html.append("><code>").append(HtmlText.lines(command)).append("</code></pre>\n");
    return this;
  }

  /** Gives the place where the next element will stand, for {@link #insert}. */
  int place() {
    return html.length();
  }

  /** Writes at an earlier place what was not known there. */
  void insert(int place, Html other) {
    html.insert(place, other);
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return html.toString();
  }

  private void start(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        html.append(' ').append(attributes[i]).append("=\"");
        html.append(HtmlText.line(attributes[i + 1])).append('"');
      }
    }
  }
}
