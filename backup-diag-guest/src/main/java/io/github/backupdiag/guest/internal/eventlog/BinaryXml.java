package io.github.backupdiag.guest.internal.eventlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the XML of one entry: elements and attributes from a template, which entries of a chunk
 * share, and the values of the entry in its gaps. Depth, length and number of steps are bounded, so
 * that templates that hold themselves end.
 */
final class BinaryXml {

  private static final int DEEPEST = 24;
  private static final int MOST_STEPS = 20_000;
  private static final int LONGEST = 60_000;
  private static final int MOST_VALUES = 1024;
  private static final int MORE = 0x40;
  private static final int DEFINITION = 24;

  private final Chunk chunk;
  private StringBuilder out = new StringBuilder();
  private int steps;

  BinaryXml(Chunk chunk) {
    this.chunk = chunk;
  }

  String text(int from, int to) throws DamagedEventException {
    content(from, to, new Scope(List.of(), "", false, 0));
    return out.toString();
  }

  /**
   * What surrounds a place.
   *
   * @param values values of the template instance
   * @param repeat what ends an element and begins it again between the elements of a list
   * @param bare whether elements lack the two bytes of their dependency, as in a nested value
   * @param depth how deep it is
   */
  private record Scope(List<EventValue> values, String repeat, boolean bare, int depth) {

    Scope below(List<EventValue> inner, String again, boolean without)
        throws DamagedEventException {
      if (depth >= DEEPEST) {
        throw new DamagedEventException("an event is nested too deeply");
      }
      return new Scope(inner, again, without, depth + 1);
    }
  }

  /** Reads up to the end of the element or of the fragment; gives the place behind it. */
  private int content(int from, int to, Scope scope) throws DamagedEventException {
    int at = from;
    while (at < to) {
      int token = chunk.number8(at) & ~MORE;
      if (token == 0x00 || token == 0x04) {
        return at + 1;
      }
      at = node(at, token, to, scope);
    }
    return at;
  }

  private int node(int at, int token, int to, Scope scope) throws DamagedEventException {
    if (++steps > MOST_STEPS || out.length() > LONGEST) {
      throw new DamagedEventException("an event is too long");
    }
    return switch (token) {
      case 0x0F -> at + 4;
      case 0x01 -> element(at, to, scope);
      case 0x0C -> template(at, scope);
      case 0x0A -> behindName(at + 1);
      case 0x0B -> at + 3 + 2 * chunk.number16(at + 1);
      default -> text(at, token, scope);
    };
  }

  /** Parts of a text, which also stand in attributes. */
  private int text(int at, int token, Scope scope) throws DamagedEventException {
    switch (token) {
      case 0x05 -> {
        int length = chunk.number16(at + 2);
        escape(chunk.text(at + 4, length));
        return at + 4 + 2 * length;
      }
      case 0x07 -> {
        int length = chunk.number16(at + 1);
        escape(chunk.text(at + 3, length));
        return at + 3 + 2 * length;
      }
      case 0x08 -> {
        out.append("&#").append(chunk.number16(at + 1)).append(';');
        return at + 3;
      }
      case 0x09 -> {
        out.append('&').append(name(at + 1)).append(';');
        return behindName(at + 1);
      }
      case 0x0D, 0x0E -> {
        value(chunk.number16(at + 1), scope);
        return at + 4;
      }
      default -> throw new DamagedEventException("an event holds what cannot be");
    }
  }

  private int element(int from, int to, Scope scope) throws DamagedEventException {
    int at = from + (scope.bare() ? 5 : 7);
    String name = name(at);
    at = behindName(at);
    int begin = out.length();
    out.append('<').append(name);
    if ((chunk.number8(from) & MORE) != 0) {
      at = attributes(at + 4, scope);
    }
    int close = chunk.number8(at);
    if (close == 0x03) {
      out.append("/>");
      return at + 1;
    }
    if (close != 0x02) {
      throw new DamagedEventException("an element does not begin");
    }
    out.append('>');
    String end = "</" + name + ">";
    String repeat = end + out.substring(begin);
    at = content(at + 1, to, scope.below(scope.values(), repeat, scope.bare()));
    out.append(end);
    return at;
  }

  private int attributes(int from, Scope scope) throws DamagedEventException {
    int at = from;
    Scope inside = new Scope(scope.values(), "", scope.bare(), scope.depth());
    while ((chunk.number8(at) & ~MORE) == 0x06) {
      String name = name(at + 1);
      at = behindName(at + 1);
      StringBuilder outer = out;
      out = new StringBuilder();
      int token = chunk.number8(at) & ~MORE;
      while (token == 0x05 || token == 0x08 || token == 0x09 || token == 0x0D || token == 0x0E) {
        at = node(at, token, at, inside);
        token = chunk.number8(at) & ~MORE;
      }
      String value = out.toString();
      out = outer;
      if (!value.isEmpty()) {
        out.append(' ').append(name).append("='").append(value).append('\'');
      }
    }
    return at;
  }

  /** A template stands where it is used first; later ones point to it. */
  private int template(int from, Scope scope) throws DamagedEventException {
    int definition = chunk.number32(from + 6);
    int at = from + 10;
    if (definition == at) {
      at += DEFINITION + size(definition);
    }
    int count = chunk.number32(at);
    if (count < 0 || count > MOST_VALUES) {
      throw new DamagedEventException("an event has too many values");
    }
    List<EventValue> values = new ArrayList<>();
    int data = at + 4 + count * 4;
    for (int i = 0; i < count; i++) {
      int length = chunk.number16(at + 4 + i * 4);
      values.add(new EventValue(chunk.number8(at + 6 + i * 4), data, length));
      data += length;
    }
    int body = definition + DEFINITION;
    content(body, body + size(definition), scope.below(values, "", false));
    return data;
  }

  private int size(int definition) throws DamagedEventException {
    int size = chunk.number32(definition + DEFINITION - 4);
    if (size < 0 || size > Chunk.SIZE) {
      throw new DamagedEventException("a template is longer than its chunk");
    }
    return size;
  }

  private void value(int index, Scope scope) throws DamagedEventException {
    EventValue value = index < scope.values().size() ? scope.values().get(index) : null;
    if (value == null || value.isNothing()) {
      return;
    }
    if (value.type() == EventValue.NESTED) {
      content(value.at(), value.at() + value.size(), scope.below(List.of(), "", true));
      return;
    }
    String between = "";
    for (String text : value.texts(chunk)) {
      out.append(between);
      escape(text);
      between = scope.repeat().isEmpty() ? " " : scope.repeat();
    }
  }

  private String name(int at) throws DamagedEventException {
    int offset = chunk.number32(at);
    String name = chunk.text(offset + 8, Math.min(chunk.number16(offset + 6), 256));
    if (name.isEmpty() || !name.chars().allMatch(BinaryXml::isOfName)) {
      throw new DamagedEventException("a name is none");
    }
    return name;
  }

  private static boolean isOfName(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  /** A name stands where it is used first. */
  private int behindName(int at) throws DamagedEventException {
    int offset = chunk.number32(at);
    int behind = at + 4;
    return offset == behind ? behind + 10 + 2 * chunk.number16(offset + 6) : behind;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\'' -> out.append("&apos;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
