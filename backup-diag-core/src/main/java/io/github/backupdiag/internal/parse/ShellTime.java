package io.github.backupdiag.internal.parse;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time of a line in the log of the start script; names of months are English or none. */
final class ShellTime {

  private static final int LONGEST = 64;
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Pattern STAMP =
      Pattern.compile(
          "^\\S{2,9},? (?:(\\w{3}) +(\\d{1,2})|(\\d{1,2}) (\\w{3}))"
              + " (\\d{2}):(\\d{2}):(\\d{2})(?: ([AP]M))? UTC (20\\d{2})-");
  private static final Pattern OTHER_STAMP =
      Pattern.compile(
          "^\\S{2,9},? (?:(\\w{3}) +(\\d{1,2})|(\\d{1,2}) (\\w{3})) (20\\d{2})"
              + " (\\d{2}):(\\d{2}):(\\d{2})(?: ([AP]M))? UTC-");

  private ShellTime() {}

  static @Nullable Instant of(byte[] bytes, int from, int to, @Nullable Instant before) {
    int length = Math.min(to - from, LONGEST);
    String line = new String(bytes, from, length, StandardCharsets.UTF_8);
    Matcher usual = STAMP.matcher(line);
    if (usual.find()) {
      return time(usual, 9, 5, before);
    }
    Matcher other = OTHER_STAMP.matcher(line);
    return other.find() ? time(other, 5, 6, before) : before;
  }

  private static @Nullable Instant time(
      Matcher stamp, int year, int clock, @Nullable Instant before) {
    boolean monthFirst = stamp.group(1) != null;
    int month = MONTHS.indexOf(stamp.group(monthFirst ? 1 : 4)) + 1;
    if (month == 0) {
      return before;
    }
    try {
      return LocalDateTime.of(
              Integer.parseInt(stamp.group(year)),
              month,
              Integer.parseInt(stamp.group(monthFirst ? 2 : 3)),
              hour(stamp.group(clock), stamp.group(clock + 3)),
              Integer.parseInt(stamp.group(clock + 1)),
              Integer.parseInt(stamp.group(clock + 2)))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return before;
    }
  }

  private static int hour(String digits, @Nullable String half) {
    int hour = Integer.parseInt(digits);
    return half == null ? hour : hour % 12 + (half.equals("PM") ? 12 : 0);
  }
}
