package io.github.backupdiag.guest;

import io.github.backupdiag.guestaccess.SpaceLeft;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Room as {@code df -Pk} and then {@code df -Pi} print it: a heading and a line each (POSIX, "df";
 * inodes as GNU and busybox). A file system without a fixed number of inodes shows 0 or a dash.
 */
final class CollectedRoom {

  private static final Pattern LINE =
      Pattern.compile(
          ".*?\\s(\\d{1,15}|-)\\s+(\\d{1,15}|-)\\s+(-?\\d{1,15}|-)\\s+(\\d{1,3}%|-)\\s.*");

  private CollectedRoom() {}

  static @Nullable SpaceLeft parse(byte[] printed) {
    boolean inodes = false;
    long total = -1;
    long usable = -1;
    Long freeInodes = null;
    for (String line : new String(printed, StandardCharsets.UTF_8).split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (line.startsWith("Filesystem")) {
        inodes = line.contains("Inodes") || line.contains("inodes");
      } else if (matcher.matches()) {
        if (inodes) {
          freeInodes = number(matcher.group(1)) > 0 ? number(matcher.group(3)) : null;
        } else {
          total = number(matcher.group(1)) * 1024;
          usable = Math.max(0, number(matcher.group(3)) * 1024);
        }
      }
    }
    return total < 0 ? null : new SpaceLeft(total, usable, freeInodes);
  }

  private static long number(String shown) {
    return shown.equals("-") ? -1 : Long.parseLong(shown);
  }
}
