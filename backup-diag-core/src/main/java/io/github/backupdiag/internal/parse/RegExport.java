package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.guestaccess.RegistryValue;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that {@code reg export} wrote: a head, then the full name of each key in brackets and its
 * values, long data going on behind a backslash ("How to add, modify, or delete registry subkeys
 * and values by using a .reg file", Microsoft support). It holds all of the key it was made of,
 * which is the first in it.
 */
public final class RegExport {

  private static final Pattern VALUE = Pattern.compile("(@|\"(?:[^\"\\\\]|\\\\.)*+\")\\s*=(.*)");
  private static final Pattern HEX = Pattern.compile("hex(?:\\(([0-9a-fA-F]{1,8})\\))?:(.*)");
  private static final Pattern DWORD = Pattern.compile("dword:([0-9a-fA-F]{1,8})");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
  private static final int BINARY = 3;

  private final List<String> lines;

  private RegExport(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Opens a file.
   *
   * @param text its text
   * @return the export, or null if the text is none
   */
  public static @Nullable RegExport of(String text) {
    List<String> lines = joined(text);
    String head = lines.isEmpty() ? "" : lines.get(0).strip();
    boolean export = head.startsWith("Windows Registry Editor Version") || head.equals("REGEDIT4");
    return export ? new RegExport(lines) : null;
  }

  /**
   * Tells whether the export was made of a key or one above it, so that what it lacks is not there.
   *
   * @param key full name with a short or a long root
   * @return false if nothing is known of that key
   */
  public boolean covers(String key) {
    String wanted = RegistryTree.longName(key);
    for (String line : lines) {
      String base = keyName(line);
      if (base != null) {
        return wanted.regionMatches(true, 0, base, 0, base.length())
            && (wanted.length() == base.length() || wanted.charAt(base.length()) == '\\');
      }
    }
    return false;
  }

  /**
   * Reads a key.
   *
   * @param key full name with a short or a long root
   * @param depth how far down
   * @param most how many values and keys at the most
   * @return the key, or null if the export does not hold it
   */
  public @Nullable RegistryKey key(String key, int depth, int most) {
    RegistryTree tree = new RegistryTree(RegistryTree.longName(key), depth, most);
    for (String line : lines) {
      String name = keyName(line);
      if (name != null) {
        tree.enter(name);
      } else {
        RegistryValue value = tree.isInside() ? value(line) : null;
        if (value != null) {
          tree.add(value);
        }
      }
    }
    return tree.key(true);
  }

  private static @Nullable String keyName(String line) {
    return line.startsWith("[HKEY_") && line.endsWith("]")
        ? line.substring(1, line.length() - 1)
        : null;
  }

  private static @Nullable RegistryValue value(String line) {
    Matcher value = VALUE.matcher(line);
    if (!value.matches()) {
      return null;
    }
    String shown = value.group(1);
    String name = shown.equals("@") ? "" : unquoted(shown);
    String data = value.group(2).strip();
    Matcher number = DWORD.matcher(data);
    if (number.matches()) {
      return new RegistryValue(
          name, "REG_DWORD", Long.toString(Long.parseLong(number.group(1), 16)));
    }
    Matcher hex = HEX.matcher(data);
    if (hex.matches()) {
      int type = hex.group(1) == null ? BINARY : Integer.parseUnsignedInt(hex.group(1), 16);
      byte[] bytes = bytes(hex.group(2));
      return bytes == null ? null : RegistryData.value(name, type, bytes);
    }
    boolean text = data.length() >= 2 && data.startsWith("\"") && data.endsWith("\"");
    return text ? new RegistryValue(name, "REG_SZ", unquoted(data)) : null;
  }

  private static String unquoted(String text) {
    return ESCAPED.matcher(text.substring(1, text.length() - 1)).replaceAll("$1");
  }

  private static byte @Nullable [] bytes(String hex) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String part : hex.strip().split(",", 0)) {
      String digits = part.strip();
      if (digits.isEmpty() && hex.isBlank()) {
        break;
      }
      if (!digits.matches("[0-9a-fA-F]{1,2}")) {
        return null;
      }
      bytes.write(Integer.parseInt(digits, 16));
    }
    return bytes.toByteArray();
  }

  /** Lines of data that end with a backslash go on in the next; texts may hold line ends. */
  private static List<String> joined(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      boolean goesOn = line.endsWith("\\") && (open.length() > 0 || line.contains("=hex"));
      open.append(goesOn ? line.substring(0, line.length() - 1).strip() : line.strip());
      if (!goesOn) {
        lines.add(open.toString());
        open.setLength(0);
      }
    }
    lines.add(open.toString());
    return lines;
  }
}
