package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a system log what systemd said last of the agent's service. */
public final class ServiceLog {

  private static final Pattern SERVICE =
      Pattern.compile(
          "systemd(?:\\[\\d{1,9}\\])?: (Started|Stopped) "
              + "(?:wa(?:linux)?agent\\.service - )?Azure Linux Agent\\.?\\s*$");
  private static final Pattern ISO =
      Pattern.compile(
          "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S{0,10}(?:Z|[+-]\\d\\d:\\d\\d) ");
  private static final Pattern TRADITIONAL =
      Pattern.compile("^([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d):(\\d\\d):(\\d\\d) ");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String BOOT = "kernel: Linux version ";
  private static final String BOOT_WITH_CLOCK = "] Linux version ";

  /** Lines without a year are compared as if they were of one leap year. */
  private static final int ANY_YEAR = 2024;

  private static final ZoneOffset FURTHEST_AHEAD = ZoneOffset.ofHours(14);
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  /** Written when the agent is told to end (WALinuxAgent ga/update.py). */
  private static final Pattern TERMINATED =
      Pattern.compile("Agent WALinuxAgent-\\S{1,40} forwarding signal 15 to ");

  private static final int FAREWELL_LINES = 5;

  private ServiceLog() {}

  /**
   * Reads a system log.
   *
   * @param log its end
   * @return the last line about the agent's service, or null if there is none
   */
  public static @Nullable AgentServiceLog parse(FileContent log) {
    String[] lines = log.text().split("\n", -1);
    int last = lastServiceLine(lines);
    if (last < 0) {
      return null;
    }
    String text = lines[last].strip();
    boolean stopped = text.contains(": Stopped ");
    return new AgentServiceLog(
        log.path(),
        log.offset() == 0 ? last + 1 : 0,
        cut(text),
        stopped,
        isoTime(text),
        goesOn(lines, last));
  }

  /**
   * Gives the newest time in a system log.
   *
   * @param log its end
   * @return the time (UTC), or null if no line carries one with year and zone
   */
  public static @Nullable Instant newest(FileContent log) {
    Instant newest = null;
    for (String line : log.text().split("\n", -1)) {
      Instant time = isoTime(line);
      if (time != null && (newest == null || time.isAfter(newest))) {
        newest = time;
      }
    }
    return newest;
  }

  /**
   * Gives a time that a system log without years has reached at least. Its lines are in local time;
   * they are taken for the zone that is furthest ahead of UTC.
   *
   * @param log its end
   * @param known a time (UTC) that the system is known to have reached, at most half a year before
   * @return the time (UTC), or null if no line carries one or it lies before the known one
   */
  public static @Nullable Instant reached(FileContent log, Instant known) {
    Instant last = null;
    for (String line : log.text().split("\n", -1)) {
      Instant time = timeInYear(line);
      last = time == null ? last : time;
    }
    if (last == null) {
      return null;
    }
    LocalDateTime inYear = LocalDateTime.ofInstant(last, ZoneOffset.UTC);
    int year = known.atOffset(ZoneOffset.UTC).getYear();
    Instant earliest = inYear.withYear(year).toInstant(FURTHEST_AHEAD);
    if (earliest.isBefore(known.minus(HALF_A_YEAR))) {
      earliest = inYear.withYear(year + 1).toInstant(FURTHEST_AHEAD);
    }
    return earliest.isBefore(known) || earliest.isAfter(known.plus(HALF_A_YEAR)) ? null : earliest;
  }

  /**
   * Looks at the end of the agent's own log for the signal that ends the agent.
   *
   * @param log end of the agent's log
   * @return the line, if the agent wrote nothing but its farewell after it, or null
   */
  public static @Nullable AgentServiceLog farewell(FileContent log) {
    String[] lines = log.text().stripTrailing().split("\n", -1);
    for (int i = lines.length - 1; i >= Math.max(0, lines.length - FAREWELL_LINES); i--) {
      if (TERMINATED.matcher(lines[i]).find()) {
        byte[] line = lines[i].getBytes(StandardCharsets.UTF_8);
        Instant at = LogTime.of(line, 0, line.length, LogTime.Style.AGENT, null);
        long number = log.offset() == 0 ? i + 1 : 0;
        return new AgentServiceLog(log.path(), number, cut(lines[i]), true, at, Duration.ZERO);
      }
    }
    return null;
  }

  private static String cut(String line) {
    String text = line.strip();
    return text.length() <= 500 ? text : text.substring(0, 500);
  }

  private static int lastServiceLine(String[] lines) {
    for (int i = lines.length - 1; i >= 0; i--) {
      if (lines[i].contains("Azure Linux Agent") && SERVICE.matcher(lines[i]).find()) {
        return i;
      }
    }
    return -1;
  }

  /** From the service's line, or the last start of the system behind it, to the end of the log. */
  private static Duration goesOn(String[] lines, int service) {
    Instant since = anyTime(lines[service]);
    Instant end = since;
    for (int i = service + 1; i < lines.length; i++) {
      Instant time = anyTime(lines[i]);
      if (time != null) {
        boolean boot = lines[i].contains(BOOT) || lines[i].contains(BOOT_WITH_CLOCK);
        since = boot ? time : since;
        end = time;
      }
    }
    return since == null || end == null || end.isBefore(since)
        ? Duration.ZERO
        : Duration.between(since, end);
  }

  private static @Nullable Instant anyTime(String line) {
    Instant time = isoTime(line);
    return time == null ? timeInYear(line) : time;
  }

  private static @Nullable Instant isoTime(String line) {
    Matcher matcher = ISO.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(matcher.group().strip()).toInstant();
      int year = time.atOffset(ZoneOffset.UTC).getYear();
      return year < 2010 || year > 2099 ? null : time;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant timeInYear(String line) {
    Matcher matcher = TRADITIONAL.matcher(line);
    if (!matcher.find() || !MONTHS.contains(matcher.group(1))) {
      return null;
    }
    try {
      return LocalDateTime.of(
              ANY_YEAR,
              MONTHS.indexOf(matcher.group(1)) + 1,
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)),
              Integer.parseInt(matcher.group(4)),
              Integer.parseInt(matcher.group(5)))
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
