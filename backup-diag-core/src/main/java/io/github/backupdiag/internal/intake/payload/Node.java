package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.parse.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value of a payload, be it JSON, the row of a table or a list of labelled lines. Names of fields
 * are compared without case, blanks and dashes. Asking for what is not there gives nothing.
 *
 * @param kind what it is
 * @param name name of the field it is the value of, as written; empty if it is of none
 * @param text of a text, number or word
 * @param items of an array
 * @param fields of an object, by folded name
 * @param line from 1
 */
record Node(
    Kind kind, String name, String text, List<Node> items, Map<String, Node> fields, int line) {

  static final Node NOTHING = new Node(Kind.NOTHING, "", "", List.of(), Map.of(), 0);

  /** What a value is. */
  enum Kind {
    NOTHING,
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    /** True, false, or anything else that stands without quotes. */
    WORD
  }

  static Node text(String name, String text, int line) {
    return new Node(Kind.TEXT, name, text, List.of(), Map.of(), line);
  }

  static Node object(String name, List<Node> fields, int line) {
    Map<String, Node> byName = new LinkedHashMap<>();
    for (Node field : fields) {
      byName.put(folded(field.name()), field);
    }
    return new Node(Kind.OBJECT, name, "", List.of(), byName, line);
  }

  static Node array(String name, List<Node> items, int line) {
    return new Node(Kind.ARRAY, name, "", items, Map.of(), line);
  }

  /** Gives a name without case, separators, and the type that Log Analytics appends to it. */
  static String folded(String name) {
    String plain = name.strip();
    int length = plain.length();
    if (length > 2
        && plain.charAt(length - 2) == '_'
        && "sdgbt".indexOf(plain.charAt(length - 1)) >= 0) {
      plain = plain.substring(0, length - 2);
    }
    return plain.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** Gives this as a reader of files takes it, with the names as written. */
  JsonValue json() {
    return switch (kind) {
      case OBJECT -> {
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        fields.values().forEach(field -> byName.put(field.name(), field.json()));
        yield JsonValue.object(byName);
      }
      case ARRAY -> JsonValue.array(items.stream().map(Node::json).toList());
      case TEXT, NUMBER -> JsonValue.text(text);
      default -> JsonValue.word(text);
    };
  }

  Node get(String... path) {
    Node found = this;
    for (String step : path) {
      found = found.fields.getOrDefault(step, NOTHING);
    }
    return found;
  }

  /** Gives the first of some fields that holds a text. */
  String first(String... names) {
    for (String field : names) {
      String value = get(field).text();
      if (!value.isBlank()) {
        return value.strip();
      }
    }
    return "";
  }

  int count(String... names) {
    int count = 0;
    for (String field : names) {
      count += has(field) ? 1 : 0;
    }
    return count;
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  boolean isNothing() {
    return kind == Kind.NOTHING;
  }

  /** Gives the properties of a resource, or this itself if it is flat. */
  Node body() {
    Node properties = get("properties");
    return properties.isObject() ? properties : this;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** Gives the items of an array; a single value where an array was expected stands for one. */
  List<Node> each() {
    return kind == Kind.ARRAY ? items : kind == Kind.NOTHING ? List.of() : List.of(this);
  }
}
