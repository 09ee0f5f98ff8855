package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.GuestOs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code os-release}: shell assignments without expansion (os-release(5)). */
public final class OsRelease {

  private OsRelease() {}

  /**
   * Reads the file.
   *
   * @param text content of the file
   * @return a Linux; parts that the file does not name are empty
   */
  public static GuestOs parse(String text) {
    Map<String, String> values = assignments(text);
    String like = values.getOrDefault("ID_LIKE", "").toLowerCase(Locale.ROOT);
    return new GuestOs(
        GuestOs.Family.LINUX,
        values.getOrDefault("ID", "").toLowerCase(Locale.ROOT),
        values.getOrDefault("VERSION_ID", ""),
        like.isBlank() ? List.of() : Arrays.asList(like.strip().split("\\s+", -1)),
        values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", "")));
  }

  private static Map<String, String> assignments(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.stripLeading().startsWith("#")) {
        values.put(line.substring(0, equals).strip(), unquote(line.substring(equals + 1).strip()));
      }
    }
    return values;
  }

  private static String unquote(String value) {
    if (value.length() < 2) {
      return value;
    }
    char quote = value.charAt(0);
    if ((quote != '"' && quote != '\'') || value.charAt(value.length() - 1) != quote) {
      return value;
    }
    String inner = value.substring(1, value.length() - 1);
    return quote == '"' ? inner.replaceAll("\\\\([\"$`\\\\])", "$1") : inner;
  }
}
