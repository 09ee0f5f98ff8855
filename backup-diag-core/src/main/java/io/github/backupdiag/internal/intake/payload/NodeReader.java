package io.github.backupdiag.internal.intake.payload;

import io.github.backupdiag.internal.intake.payload.Node.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value out of a text, until its end or its first damage; what stands before the
 * damage is kept. Forgives what mail programs do to JSON: quotation marks at the beginning of
 * lines, curly quotes, wrapped strings. Not thread-safe.
 */
final class NodeReader {

  private static final int DEEPEST = 100;

  private final Cursor cursor;
  private final Budget budget;
  private boolean damaged;
  private boolean deep;

  NodeReader(Cursor cursor, Budget budget) {
    this.cursor = cursor;
    this.budget = budget;
  }

  Node read() {
    return value("", 0);
  }

  /** True if the value does not end where it should. */
  boolean isDamaged() {
    return damaged;
  }

  /** True if something was left out since it lies too deep. */
  boolean isDeep() {
    return deep;
  }

  private Node value(String name, int depth) {
    cursor.skipBlanks();
    if (damaged || cursor.isAtEnd() || !budget.take()) {
      return broken();
    }
    int line = cursor.line();
    char c = cursor.peek();
    if (c == '{' || c == '[') {
      return depth < DEEPEST ? container(name, c, depth, line) : skipped();
    }
    return Cursor.isQuote(c) ? Node.text(name, string(), line) : bare(name, line);
  }

  private Node container(String name, char open, int depth, int line) {
    cursor.next();
    return open == '{' ? object(name, depth, line) : array(name, depth, line);
  }

  private Node object(String name, int depth, int line) {
    Map<String, Node> fields = new LinkedHashMap<>();
    while (!isClosed('}')) {
      if (!Cursor.isQuote(cursor.peek())) {
        broken();
        break;
      }
      String field = key();
      cursor.skipBlanks();
      if (damaged || cursor.isAtEnd() || !cursor.take(':')) {
        broken();
        break;
      }
      Node value = value(field, depth + 1);
      if (!value.isNothing()) {
        fields.put(Node.folded(field), value);
      }
    }
    return new Node(Kind.OBJECT, name, "", List.of(), fields, line);
  }

  private Node array(String name, int depth, int line) {
    List<Node> items = new ArrayList<>();
    while (!isClosed(']')) {
      Node value = value("", depth + 1);
      if (!value.isNothing()) {
        items.add(value);
      }
    }
    return Node.array(name, items, line);
  }

  /** Goes on to the next member; true at the end, sound or not. */
  private boolean isClosed(char close) {
    cursor.skipBlanksAnd(',');
    if (damaged || cursor.isAtEnd()) {
      broken();
      return true;
    }
    return cursor.take(close);
  }

  private String key() {
    String key = cursor.string(Cursor.LONGEST_KEY);
    damaged |= !cursor.isClosed();
    return key;
  }

  private String string() {
    String text = cursor.string(Integer.MAX_VALUE);
    damaged |= !cursor.isClosed();
    return text;
  }

  private Node bare(String name, int line) {
    String word = cursor.word();
    if (word.isEmpty()) {
      return broken();
    }
    if (word.equals("null")) {
      return Node.NOTHING;
    }
    boolean number = word.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
    return new Node(number ? Kind.NUMBER : Kind.WORD, name, word, List.of(), Map.of(), line);
  }

  private Node skipped() {
    deep = true;
    damaged |= !cursor.skipValue();
    return Node.NOTHING;
  }

  private Node broken() {
    damaged = true;
    return Node.NOTHING;
  }
}
