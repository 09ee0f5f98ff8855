package io.github.backupdiag.internal.engine;

import io.github.backupdiag.catalog.Placeholders;
import java.util.Map;

/** Fills a command so that no value can become a command of its own. */
final class ShellQuoting {

  private ShellQuoting() {}

  static String fill(String kind, String command, Map<String, String> values) {
    return Placeholders.fill(command, values, value -> quote(kind, value));
  }

  private static String quote(String kind, String value) {
    if (isPlain(value)) {
      return value;
    }
    String printable = value.replaceAll("\\p{Cntrl}", "?");
    return switch (kind) {
      case "powershell" -> "'" + printable.replace("'", "''") + "'";
      case "cmd" -> "\"" + printable.replace("\"", "").replace("%", "%%") + "\"";
      default -> "'" + printable.replace("'", "'\\''") + "'";
    };
  }

  private static boolean isPlain(String value) {
    if (value.isEmpty()) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/._-:".indexOf(c) >= 0;
      if (!plain || (i == 0 && c == '-')) {
        return false;
      }
    }
    return true;
  }
}
