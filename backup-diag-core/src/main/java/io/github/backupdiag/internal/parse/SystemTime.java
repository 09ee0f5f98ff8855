package io.github.backupdiag.internal.parse;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of a line of a system log that carries year and zone (RFC 3339, or {@code
 * journalctl -o short-iso}). Other lines are in local time, whose zone is written nowhere.
 */
final class SystemTime {

  private static final int LONGEST = 64;
  private static final Pattern STAMP =
      Pattern.compile(
          "^(20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?"
              + "(?:(Z)|([+-]\\d\\d):?(\\d\\d)) ");

  private SystemTime() {}

  static @Nullable Instant of(byte[] bytes, int from, int to, @Nullable Instant before) {
    int length = Math.min(to - from, LONGEST);
    return of(new String(bytes, from, length, StandardCharsets.UTF_8), before);
  }

  /** Gives the time at the beginning of a line, or another if it carries none. */
  static @Nullable Instant of(String line, @Nullable Instant otherwise) {
    Matcher stamp = STAMP.matcher(line);
    if (!stamp.find()) {
      return otherwise;
    }
    String zone = stamp.group(3) == null ? stamp.group(4) + ":" + stamp.group(5) : "Z";
    String decimals = stamp.group(2) == null ? "" : "." + stamp.group(2);
    try {
      return OffsetDateTime.parse(stamp.group(1) + decimals + zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
