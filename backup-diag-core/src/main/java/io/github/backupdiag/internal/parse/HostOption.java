package io.github.backupdiag.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** DHCP option 245 in the spellings of the clients: its names and its value. */
final class HostOption {

  private static final String CODE = "245";

  private HostOption() {}

  /**
   * Whether a name is {@code unknown-245}, {@code private_245}, {@code OPTION_245} and the like.
   */
  static boolean isName(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    int end = lower.length() - CODE.length();
    if (end < 2 || !lower.endsWith(CODE)) {
      return false;
    }
    String before = lower.substring(0, end - 1);
    boolean parted = lower.charAt(end - 1) == '-' || lower.charAt(end - 1) == '_';
    return parted
        && (before.endsWith("unknown") || before.endsWith("private") || before.endsWith("option"));
  }

  /** Gives an IPv4 address for dotted numbers and for hex with or without colons; else the text. */
  static String value(String written) {
    String text = unquoted(written.strip());
    List<Integer> bytes = bytes(text);
    if (bytes == null) {
      return text.length() <= 60 ? text : text.substring(0, 60);
    }
    return bytes.get(0) + "." + bytes.get(1) + "." + bytes.get(2) + "." + bytes.get(3);
  }

  private static @Nullable List<Integer> bytes(String text) {
    if (text.indexOf('.') >= 0) {
      return numbers(text.split("\\.", -1), 10);
    }
    if (text.indexOf(':') >= 0) {
      return numbers(text.split(":", -1), 16);
    }
    String hex = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
    return hex.length() == 8 ? numbers(hex.split("(?<=\\G..)", 4), 16) : null;
  }

  private static @Nullable List<Integer> numbers(String[] parts, int radix) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : parts) {
      int number = -1;
      for (int i = 0; i < part.length() && part.length() <= 3; i++) {
        int digit = Character.digit(part.charAt(i), radix);
        number = digit < 0 || part.charAt(i) > 'f' ? -1000 : Math.max(0, number) * radix + digit;
      }
      if (number < 0 || number > 255) {
        return null;
      }
      numbers.add(number);
    }
    return numbers.size() == 4 ? numbers : null;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }
}
