package io.github.backupdiag.internal.parse;

import io.github.backupdiag.internal.parse.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON until its end or its first damage. Not thread-safe. */
final class LooseJson {

  private static final int DEEPEST = 60;

  private final String text;
  private int at;
  private boolean damaged;

  LooseJson(String text) {
    this.text = text;
  }

  JsonValue root() {
    JsonValue root = value(0);
    skipBlanks();
    damaged |= at < text.length();
    return damaged ? root : root.asWhole();
  }

  private JsonValue value(int depth) {
    skipBlanks();
    if (damaged || at >= text.length() || depth > DEEPEST) {
      return broken();
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new JsonValue(Kind.TEXT, string(), List.of(), Map.of(), false);
      default -> bare();
    };
  }

  private JsonValue object(int depth) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    at++;
    while (!isClosed('}', fields.isEmpty())) {
      skipBlanks();
      if (at >= text.length() || text.charAt(at) != '"') {
        broken();
        break;
      }
      String name = string();
      if (!take(':')) {
        break;
      }
      JsonValue value = value(depth + 1);
      if (value != JsonValue.NOTHING) {
        fields.put(name, value);
      }
    }
    return new JsonValue(Kind.OBJECT, "", List.of(), fields, false);
  }

  private JsonValue array(int depth) {
    List<JsonValue> items = new ArrayList<>();
    at++;
    while (!isClosed(']', items.isEmpty())) {
      JsonValue value = value(depth + 1);
      if (value != JsonValue.NOTHING) {
        items.add(value);
      }
    }
    return new JsonValue(Kind.ARRAY, "", items, Map.of(), false);
  }

  /** Goes on behind a comma, or at once to the first; true at the end, sound or not. */
  private boolean isClosed(char end, boolean first) {
    skipBlanks();
    char c = damaged || at >= text.length() ? ' ' : text.charAt(at);
    boolean goesOn = c != end && (first ? c != ' ' && c != ',' : c == ',');
    if (c == end || (goesOn && !first)) {
      at++;
    } else if (!goesOn) {
      broken();
    }
    return !goesOn;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    damaged |= at >= text.length();
    at++;
    return withoutHalves(string);
  }

  /** Half of a character outside the first plane is no text. */
  private static String withoutHalves(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      if (Character.isSupplementaryCodePoint(text.codePointAt(i))) {
        i++;
      } else {
        text.setCharAt(i, '?');
      }
    }
    return text.toString();
  }

  private char escaped() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b', 'f' -> ' ';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    int code = 0;
    int end = at + 4;
    while (at < Math.min(end, text.length())) {
      int digit = Character.digit(text.charAt(at++), 16);
      damaged |= digit < 0;
      code = code * 16 + Math.max(0, digit);
    }
    return (char) code;
  }

  /** A number, true, false or null. */
  private JsonValue bare() {
    int from = at;
    while (at < text.length() && isBare(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true", "false", "null" -> new JsonValue(Kind.WORD, word, List.of(), Map.of(), false);
      default ->
          isNumber(word) ? new JsonValue(Kind.NUMBER, word, List.of(), Map.of(), false) : broken();
    };
  }

  private static boolean isBare(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "+-.E".indexOf(c) >= 0;
  }

  private static boolean isNumber(String word) {
    return word.chars().anyMatch(Character::isDigit)
        && word.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
  }

  private boolean take(char expected) {
    skipBlanks();
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    damaged |= !there;
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private JsonValue broken() {
    damaged = true;
    return JsonValue.NOTHING;
  }
}
