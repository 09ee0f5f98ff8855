package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.MountPoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads tables of mounts: the kernel's two forms (proc(5)) and fstab(5). */
public final class MountTable {

  private MountTable() {}

  /**
   * Reads {@code /proc/self/mountinfo}.
   *
   * @param text content of the file
   * @return the mounts; broken lines are left out
   */
  public static List<MountPoint> mountInfo(String text) {
    List<MountPoint> points = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      List<String> fields = fields(line);
      int dash = fields.indexOf("-");
      if (dash >= 6 && fields.size() >= dash + 3) {
        String superOptions = fields.size() > dash + 3 ? fields.get(dash + 3) : "";
        points.add(
            new MountPoint(
                unescape(fields.get(4)),
                unescape(fields.get(dash + 2)),
                fields.get(dash + 1),
                options(fields.get(5), superOptions),
                number));
      }
    }
    return points;
  }

  /**
   * Reads {@code /proc/mounts}.
   *
   * @param text content of the file
   * @return the mounts; broken lines are left out
   */
  public static List<MountPoint> mounts(String text) {
    return table(text);
  }

  /**
   * Reads {@code /etc/fstab}.
   *
   * @param text content of the file
   * @return what is mounted at boot; swap, comments and {@code noauto} are left out
   */
  public static List<MountPoint> fstab(String text) {
    return table(text).stream().filter(point -> !point.options().contains("noauto")).toList();
  }

  private static List<MountPoint> table(String text) {
    List<MountPoint> points = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      List<String> fields = fields(line);
      if (fields.size() >= 3 && !fields.get(0).startsWith("#") && fields.get(1).startsWith("/")) {
        String options = fields.size() > 3 ? fields.get(3) : "";
        points.add(
            new MountPoint(
                unescape(fields.get(1)),
                unescape(fields.get(0)),
                fields.get(2),
                options(options, ""),
                number));
      }
    }
    return points;
  }

  private static List<String> fields(String line) {
    String stripped = line.strip();
    return stripped.isEmpty() ? List.of() : Arrays.asList(stripped.split("[ \t]+", -1));
  }

  private static List<String> options(String first, String second) {
    Set<String> options = new LinkedHashSet<>(Arrays.asList(first.split(",", -1)));
    options.addAll(Arrays.asList(second.split(",", -1)));
    options.remove("");
    return List.copyOf(options);
  }

  /** Blanks, tabs, newlines and backslashes are written as three octal digits. */
  static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return trimSlash(field);
    }
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '\\' ? octal(bytes, i + 1) : -1;
      plain[length++] = value < 0 ? bytes[i] : (byte) value;
      i += value < 0 ? 0 : 3;
    }
    return trimSlash(new String(plain, 0, length, StandardCharsets.UTF_8));
  }

  private static String trimSlash(String path) {
    return path.length() > 1 && path.startsWith("/") && path.endsWith("/")
        ? path.substring(0, path.length() - 1)
        : path;
  }

  private static int octal(byte[] bytes, int from) {
    if (from + 3 > bytes.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 3; i++) {
      if (bytes[i] < '0' || bytes[i] > '7') {
        return -1;
      }
      value = value * 8 + bytes[i] - '0';
    }
    return value <= 0xff ? value : -1;
  }
}
