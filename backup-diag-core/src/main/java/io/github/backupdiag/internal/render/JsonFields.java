package io.github.backupdiag.internal.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of JSON objects. */
final class JsonFields {

  private final JsonGenerator json;

  JsonFields(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the fields of one element. */
  interface Fields<T> {
    void write(T element) throws IOException;
  }

  void open() throws IOException {
    json.writeStartObject();
  }

  void open(String name) throws IOException {
    json.writeObjectFieldStart(name);
  }

  void close() throws IOException {
    json.writeEndObject();
  }

  /** Writes a text, or null; what is not a text is written as {@code toString} says. */
  void text(String name, @Nullable Object value) throws IOException {
    json.writeFieldName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(wellFormed(value.toString()));
    }
  }

  /** Writes a text only if it is there. */
  void optional(String name, @Nullable String value) throws IOException {
    if (value != null) {
      text(name, value);
    }
  }

  void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void number(String name, int value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(String name, double value) throws IOException {
    json.writeNumberField(name, value);
  }

  /** Writes a line number, null if it is none. */
  void line(String name, long value) throws IOException {
    json.writeFieldName(name);
    if (value > 0) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(wellFormed(value));
    }
    json.writeEndArray();
  }

  <T> void list(String name, List<T> elements, Fields<T> fields) throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      fields.write(element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Half a pair of surrogates has no UTF-8 form; it becomes the replacement character. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replacingHalves(text);
      }
    }
    return text;
  }

  private static String replacingHalves(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      whole.appendCodePoint(half ? 0xFFFD : c);
      at += Character.charCount(c);
    }
    return whole.toString();
  }
}
