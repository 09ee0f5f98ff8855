package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code reg.exe query KEY [/s] /reg:64} in any display language: full names of keys
 * at the left edge, values behind four blanks as {@code name TYPE data}. Only the names of the
 * types and the shape are read; the label of the default value, the one word that is translated,
 * stands in parentheses.
 */
public final class RegQuery {

  private static final String TYPES =
      "REG_(?:NONE|SZ|EXPAND_SZ|BINARY|DWORD|DWORD_LITTLE_ENDIAN|DWORD_BIG_ENDIAN|LINK|MULTI_SZ"
          + "|RESOURCE_LIST|FULL_RESOURCE_DESCRIPTOR|RESOURCE_REQUIREMENTS_LIST|QWORD)";
  private static final Pattern TYPE = Pattern.compile("    (" + TYPES + ")(?:    |$)");
  private static final Pattern IN_PARENTHESES = Pattern.compile("[(\uff08].*[)\uff09]");
  private static final Pattern HKEY = Pattern.compile("(?i)HKEY_[A-Z_]+(\\\\|$)");
  private static final String INDENT = "    ";

  private final RegistryTree tree;
  private @Nullable String name;
  private String type = "";
  private final StringBuilder data = new StringBuilder();

  private RegQuery(RegistryTree tree) {
    this.tree = tree;
  }

  /**
   * Reads the answer about one key.
   *
   * @param text the output
   * @param key the key that was asked for, with a short or a long root
   * @param depth how far down; what lies deeper is left out
   * @param most how many values and keys at the most
   * @param whole false if the output was cut or the command met a refusal
   * @return the key, or null if the output does not speak of it
   */
  public static @Nullable RegistryKey parse(
      String text, String key, int depth, int most, boolean whole) {
    RegistryTree tree = new RegistryTree(RegistryTree.longName(key), depth, most);
    RegQuery query = new RegQuery(tree);
    text.lines().forEach(query::line);
    query.endValue();
    return tree.key(whole);
  }

  private void line(String line) {
    if (HKEY.matcher(line).lookingAt()) {
      endValue();
      tree.enter(line);
    } else if (line.startsWith(INDENT) && startsValue(line)) {
      return;
    } else if (name != null) {
      data.append('\n').append(line);
    }
  }

  private boolean startsValue(String line) {
    Matcher found = TYPE.matcher(line);
    if (!found.find()) {
      return false;
    }
    endValue();
    name = found.start() < INDENT.length() ? "" : line.substring(INDENT.length(), found.start());
    type = found.group(1);
    data.append(line, found.end(), line.length());
    return true;
  }

  private void endValue() {
    String ended = name;
    if (ended != null) {
      value(ended, data.toString().stripTrailing());
    }
    name = null;
    data.setLength(0);
  }

  private void value(String shown, String text) {
    boolean inParentheses = IN_PARENTHESES.matcher(shown).matches();
    if (!inParentheses || tree.hasValue("")) {
      tree.add(new RegistryValue(shown, type, converted(text)));
    } else if (!IN_PARENTHESES.matcher(text).matches()) {
      tree.add(new RegistryValue("", type, converted(text)));
    }
  }

  private String converted(String text) {
    return switch (type) {
      case "REG_DWORD", "REG_DWORD_LITTLE_ENDIAN", "REG_DWORD_BIG_ENDIAN", "REG_QWORD" ->
          decimal(text);
      case "REG_MULTI_SZ" -> String.join("\n", List.of(text.split("\\\\0", 0)));
      case "REG_SZ", "REG_EXPAND_SZ", "REG_LINK" -> text;
      default -> text.toUpperCase(Locale.ROOT);
    };
  }

  private static String decimal(String text) {
    try {
      return text.startsWith("0x")
          ? Long.toUnsignedString(Long.parseUnsignedLong(text.substring(2), 16))
          : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
