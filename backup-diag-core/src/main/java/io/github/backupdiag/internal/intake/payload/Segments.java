package io.github.backupdiag.internal.intake.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the JSON in a text: one value, one value a line, or values between lines of prose. */
final class Segments {

  private static final Pattern ESCAPED = Pattern.compile("\\{[\\\\rnt\\s]{0,200}\\\\\"");
  private static final Pattern PLAIN = Pattern.compile("\\{\\s*+\"");

  private static final int MOST = 40_000;

  private final Budget budget;
  private final Problems problems;
  private final List<Segment> found = new ArrayList<>();
  private final int firstAt;
  private Cursor cursor;
  private int proseFrom;
  private int proseLine;

  private Segments(Cursor cursor, Budget budget, Problems problems) {
    this.cursor = cursor;
    this.budget = budget;
    this.problems = problems;
    proseLine = cursor.line();
    Cursor first = cursor.copy();
    first.skipBlanks();
    firstAt = first.at();
  }

  /** Takes the text of an input apart. */
  static List<Segment> ofInput(String text, int limit, Budget budget, Problems problems) {
    Cursor cursor =
        isEscaped(text) ? Cursor.ofString(undone(text, limit), 1) : Cursor.ofInput(text, limit);
    return new Segments(cursor, budget, problems).all();
  }

  /** Takes a text apart that stands on one line of the input. */
  static List<Segment> ofString(String text, int line, Budget budget, Problems problems) {
    String plain = isEscaped(text) ? undone(text, text.length()) : text;
    return new Segments(Cursor.ofString(plain, line), budget, problems).all();
  }

  /** True for JSON that was copied out of a JSON text, with its escapes. */
  private static boolean isEscaped(String text) {
    return text.contains("\\\"") && ESCAPED.matcher(text).find() && !PLAIN.matcher(text).find();
  }

  private static String undone(String text, int limit) {
    StringBuilder undone = new StringBuilder(Math.min(text.length(), limit));
    for (int i = 0; i < Math.min(text.length(), limit); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escaped = text.charAt(++i);
        undone.append("rnt".indexOf(escaped) >= 0 ? ' ' : escaped);
      } else {
        undone.append(c);
      }
    }
    return undone.toString();
  }

  private List<Segment> all() {
    while (!cursor.isAtEnd() && !budget.isSpent() && found.size() < MOST) {
      cursor.seek('{', '[');
      if (cursor.isAtEnd()) {
        break;
      }
      if (!isOpening() || !takeValue()) {
        cursor.next();
      }
    }
    finish();
    return found;
  }

  private void finish() {
    if (budget.isSpent() || found.size() >= MOST) {
      problems.tooMuch(cursor.line());
      return;
    }
    while (!cursor.isAtEnd()) {
      cursor.next();
    }
    takeProse(cursor.at());
  }

  /** A brace of JSON is followed by a name, a bracket by an object. */
  private boolean isOpening() {
    boolean object = cursor.peek() == '{';
    Cursor ahead = cursor.copy();
    ahead.next();
    ahead.skipBlanks();
    if (ahead.isAtEnd()) {
      return false;
    }
    char next = ahead.peek();
    return object ? Cursor.isQuote(next) : next == '{' || (next == '[' && cursor.at() == firstAt);
  }

  private boolean takeValue() {
    Cursor ahead = cursor.copy();
    NodeReader reader = new NodeReader(ahead, budget);
    Node node = reader.read();
    if (!holdsObject(node) && !reader.isDeep()) {
      return false;
    }
    takeProse(cursor.at());
    found.add(new Segment(node, cursor.text().substring(cursor.at(), ahead.at()), node.line()));
    if (reader.isDeep()) {
      problems.tooDeep(node.line());
    }
    if (reader.isDamaged() && !budget.isSpent()) {
      problems.damaged(ahead.line(), ahead.isAtEnd());
    }
    cursor = ahead;
    proseFrom = ahead.at();
    proseLine = ahead.line();
    return true;
  }

  private static boolean holdsObject(Node node) {
    return !node.fields().isEmpty() || node.items().stream().anyMatch(Segments::holdsObject);
  }

  private void takeProse(int to) {
    if (to > proseFrom) {
      found.add(new Segment(null, cursor.text().substring(proseFrom, to), proseLine));
    }
  }
}
