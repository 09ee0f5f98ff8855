package io.github.backupdiag.guest.internal.support;

import java.nio.charset.StandardCharsets;

/** Names in the archive that every unpacker takes, made of paths of a guest. */
final class EntryName {

  private static final String PLAIN = "-_.+@=,~ ()";
  private static final int LONGEST = 400;

  private EntryName() {}

  /** {@code /etc/hostname} is {@code guest/etc/hostname}, a drive is a folder without its colon. */
  static String ofFile(String path, long offset) {
    String name = "guest/" + of(path.replace('\\', '/').replaceFirst("^([A-Za-z]):", "$1"));
    return offset == 0 ? name : name + "~" + offset;
  }

  /** Gives a path without what is odd in one: each other byte as a percent sign and its number. */
  static String of(String path) {
    StringBuilder name = new StringBuilder();
    for (String element : path.split("/", -1)) {
      if (!element.isEmpty()) {
        boolean dots = element.chars().allMatch(c -> c == '.');
        name.append(name.isEmpty() ? "" : "/").append(dots ? "%2E" + element.length() : "");
        name.append(dots ? "" : escaped(element));
      }
    }
    return name.length() <= LONGEST
        ? name.toString()
        : name.substring(0, LONGEST) + "~" + Sha256.of(path.getBytes(StandardCharsets.UTF_8), 8);
  }

  private static String escaped(String element) {
    StringBuilder name = new StringBuilder();
    for (byte b : element.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(
          letter || PLAIN.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return name.toString();
  }
}
