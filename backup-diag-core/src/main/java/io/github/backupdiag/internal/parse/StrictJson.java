package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as strictly as Python's {@code json.load} does, in order to tell where that fails. Of
 * equal keys the last one counts. Not thread-safe.
 */
public final class StrictJson {

  private static final int DEEPEST = 100;

  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  /**
   * What was read.
   *
   * @param value {@code Map}, {@code List}, {@code String}, {@code Double}, {@code Boolean} or null
   * @param problemLine line on which reading failed, from 1; 0 if it did not
   */
  public record Result(@Nullable Object value, int problemLine) {

    /**
     * Gives the value as an object.
     *
     * @return null if it is none
     */
    @SuppressWarnings("unchecked")
    public @Nullable Map<String, @Nullable Object> object() {
      return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }
  }

  /** Reading cannot go on. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  /**
   * Reads a document.
   *
   * @param text the whole document
   * @return its value, or the line that cannot be read
   */
  public static Result parse(String text) {
    StrictJson reader = new StrictJson(text);
    try {
      Object value = reader.value(0);
      reader.blanks();
      reader.demand(reader.at == text.length());
      return new Result(value, 0);
    } catch (Unreadable e) {
      return new Result(null, reader.line());
    }
  }

  private int line() {
    return 1
        + (int)
            text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
  }

  private @Nullable Object value(int depth) throws Unreadable {
    blanks();
    demand(depth < DEEPEST);
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) throws Unreadable {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    blanks();
    if (peek() == '}') {
      at++;
      return members;
    }
    do {
      blanks();
      String key = string();
      blanks();
      take(':');
      members.put(key, value(depth + 1));
      blanks();
    } while (skip(','));
    take('}');
    return members;
  }

  private List<@Nullable Object> array(int depth) throws Unreadable {
    List<@Nullable Object> items = new ArrayList<>();
    at++;
    blanks();
    if (peek() == ']') {
      at++;
      return items;
    }
    do {
      items.add(value(depth + 1));
      blanks();
    } while (skip(','));
    take(']');
    return items;
  }

  private String string() throws Unreadable {
    take('"');
    StringBuilder plain = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      demandBefore(c >= ' ');
      plain.append(c == '\\' ? escaped() : c);
    }
    at++;
    return plain.toString();
  }

  private char escaped() throws Unreadable {
    char c = peek();
    at++;
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    demandBefore(c == 'u' && at + 4 <= text.length());
    String digits = text.substring(at, at + 4);
    demand(digits.chars().allMatch(d -> Character.digit(d, 16) >= 0));
    at += 4;
    return (char) Integer.parseInt(digits, 16);
  }

  private Double number() throws Unreadable {
    for (String word : List.of("NaN", "Infinity", "-Infinity")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return Double.NaN;
      }
    }
    int from = at;
    skip('-');
    demand(Character.isDigit(peek()));
    int first = at;
    digits();
    demandBefore(text.charAt(first) != '0' || at == first + 1);
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      boolean signed = skip('+') || skip('-');
      demand(signed || at > from);
      digits();
    }
    return Double.valueOf(text.substring(from, at));
  }

  private void digits() throws Unreadable {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    demand(at > from);
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Unreadable {
    demand(text.startsWith(word, at));
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Unreadable {
    demand(at < text.length());
    return text.charAt(at);
  }

  private boolean skip(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void take(char wanted) throws Unreadable {
    demand(skip(wanted));
  }

  private void demand(boolean holds) throws Unreadable {
    if (!holds) {
      throw new Unreadable();
    }
  }

  /** For what was read already: its own line is the one at fault. */
  private void demandBefore(boolean holds) throws Unreadable {
    if (!holds) {
      at--;
      throw new Unreadable();
    }
  }
}
