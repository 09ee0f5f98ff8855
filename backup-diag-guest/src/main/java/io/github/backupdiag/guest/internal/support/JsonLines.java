package io.github.backupdiag.guest.internal.support;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the few forms of JSON that a manifest has. */
final class JsonLines {

  private JsonLines() {}

  /** An object on one line; values are texts, numbers, truth values and null. */
  static String object(Map<String, ? extends @Nullable Object> fields) {
    StringBuilder json = new StringBuilder("{");
    fields.forEach(
        (name, value) -> {
          json.append(json.length() == 1 ? "" : ", ");
          quote(name, json);
          json.append(": ");
          if (value instanceof Number || value instanceof Boolean || value == null) {
            json.append(value);
          } else {
            quote(value.toString(), json);
          }
        });
    return json.append('}').toString();
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7F || (c >= 0x2028 && c <= 0x202F) || Character.isSurrogate(c)) {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
