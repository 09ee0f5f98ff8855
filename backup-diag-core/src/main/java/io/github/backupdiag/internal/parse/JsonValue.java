package io.github.backupdiag.internal.parse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON file of somebody else. The file may be cut, hold NUL bytes or begin with a byte
 * order mark: what stands before the damage is kept. Asking for what is not there gives nothing,
 * never an error. Immutable.
 */
public final class JsonValue {

  static final JsonValue NOTHING = new JsonValue(Kind.NOTHING, "", List.of(), Map.of(), false);

  enum Kind {
    NOTHING,
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    WORD
  }

  private final Kind kind;
  private final String text;
  private final List<JsonValue> items;
  private final Map<String, JsonValue> fields;
  private final boolean whole;

  JsonValue(
      Kind kind, String text, List<JsonValue> items, Map<String, JsonValue> fields, boolean whole) {
    this.kind = kind;
    this.text = text;
    this.items = items;
    this.fields = fields;
    this.whole = whole;
  }

  /**
   * Reads a document.
   *
   * @param document its text
   * @return its root, as far as it could be read
   */
  public static JsonValue read(String document) {
    return new LooseJson(document.replace("\0", "").replace("\uFEFF", "")).root();
  }

  /**
   * Makes an object of values that were read elsewhere.
   *
   * @param fields its fields
   * @return the object
   */
  public static JsonValue object(Map<String, JsonValue> fields) {
    return new JsonValue(Kind.OBJECT, "", List.of(), Map.copyOf(fields), true);
  }

  /**
   * Makes an array of values that were read elsewhere.
   *
   * @param items its items
   * @return the array
   */
  public static JsonValue array(List<JsonValue> items) {
    return new JsonValue(Kind.ARRAY, "", List.copyOf(items), Map.of(), true);
  }

  /**
   * Makes a text or a number.
   *
   * @param text the text, or the digits
   * @return the value
   */
  public static JsonValue text(String text) {
    return new JsonValue(Kind.TEXT, text, List.of(), Map.of(), true);
  }

  /**
   * Makes what stands without quotes and is no number.
   *
   * @param word such as {@code true}
   * @return the value
   */
  public static JsonValue word(String word) {
    return new JsonValue(Kind.WORD, word, List.of(), Map.of(), true);
  }

  JsonValue asWhole() {
    return new JsonValue(kind, text, items, fields, true);
  }

  /**
   * Tells whether the document is sound to its end.
   *
   * @return false if it is cut or damaged
   */
  public boolean isWhole() {
    return whole;
  }

  /**
   * Tells whether this is an object.
   *
   * @return true for an object, also an empty one
   */
  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /**
   * Gives a field, or one below it.
   *
   * @param path names from outside to inside
   * @return the value, nothing if it is not there
   */
  public JsonValue get(String... path) {
    JsonValue found = this;
    for (String name : path) {
      found = found.fields.getOrDefault(name, NOTHING);
    }
    return found;
  }

  /**
   * Gives the first item of an array; anything else stands for itself.
   *
   * @return the value, nothing for an empty array
   */
  public JsonValue first() {
    return kind != Kind.ARRAY ? this : items.isEmpty() ? NOTHING : items.get(0);
  }

  /**
   * Gives the items of an array.
   *
   * @return empty for anything else
   */
  public List<JsonValue> items() {
    return items;
  }

  /**
   * Gives the fields of an object.
   *
   * @return empty for anything else
   */
  public Map<String, JsonValue> fields() {
    return fields;
  }

  /**
   * Gives a text.
   *
   * @return the text, or the digits of a number; empty for anything else
   */
  public String text() {
    return kind == Kind.TEXT || kind == Kind.NUMBER ? text : "";
  }

  /**
   * Gives a whole number.
   *
   * @return the number, also one written as a text; null for anything else
   */
  public @Nullable Long number() {
    String digits = text().strip();
    if (digits.isEmpty() || digits.length() > 19) {
      return null;
    }
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Tells whether this says yes.
   *
   * @return true for true, also written as a text
   */
  public boolean isTrue() {
    return says("true");
  }

  /**
   * Tells whether this says no.
   *
   * @return true for false, also written as a text
   */
  public boolean isFalse() {
    return says("false");
  }

  private boolean says(String word) {
    return (kind == Kind.WORD || kind == Kind.TEXT) && text.equalsIgnoreCase(word);
  }
}
