package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds log lines that tell how far the guest's clock was off. */
public final class ClockLines {

  private static final int MOST = 200;
  private static final String HOST_TIME = "Date and time extracted from pre-snapshot request: ";
  private static final String STARTED = "command start time is ";
  private static final String COMPARED = " and utcNow is ";
  private static final String CHRONY = "System clock wrong by ";
  private static final Pattern SECONDS = Pattern.compile("^(-?\\d{1,12}(?:\\.\\d{1,9})?) seconds");
  private static final Pattern ISO =
      Pattern.compile("^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d{1,9})?");
  private static final Pattern TRADITIONAL =
      Pattern.compile("^([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) ");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private ClockLines() {}

  /**
   * Reads the log of the backup extension: the time the host told, against that of the line; and
   * the time at which the job began, where it lies in the future of the guest.
   *
   * @param log its end
   * @return in the order of the file, the newest if there are many
   */
  public static List<ClockOffset> extension(FileContent log) {
    List<ClockOffset> found = new ArrayList<>();
    int number = 0;
    for (String line : log.text().split("\n", -1)) {
      number++;
      Instant at = stamp(line);
      Instant host = after(line, HOST_TIME);
      Instant started = after(line, STARTED);
      Instant now = started == null ? null : after(line, COMPARED);
      if (at != null && host != null && line.charAt(10) == ' ') {
        found.add(offset(Duration.between(host, at), log, number, at, line));
      } else if (started != null && now != null && now.isBefore(started)) {
        found.add(offset(Duration.between(started, now), log, number, now, line));
      }
    }
    return last(found);
  }

  /** The newest time that stands at the beginning of a line. */
  public static @Nullable Instant newest(FileContent log) {
    Instant newest = null;
    for (String line : log.text().split("\n", -1)) {
      Instant at = stamp(line);
      newest = at == null || (newest != null && newest.isAfter(at)) ? newest : at;
    }
    return newest;
  }

  /**
   * Reads the system log for the words of chrony.
   *
   * @param log its end
   * @param zone time zone of the guest, for lines without one
   * @param known a time (UTC) near the end of the log, by which lines without a year get theirs;
   *     null if there is none
   * @return in the order of the file, the newest if there are many
   */
  public static List<ClockOffset> system(FileContent log, ZoneId zone, @Nullable Instant known) {
    List<ClockOffset> found = new ArrayList<>();
    int number = 0;
    for (String line : log.text().split("\n", -1)) {
      number++;
      int at = line.indexOf(CHRONY);
      Matcher seconds = SECONDS.matcher(at < 0 ? "" : line.substring(at + CHRONY.length()));
      if (seconds.find()) {
        Duration wrong = Duration.ofMillis((long) (Double.parseDouble(seconds.group(1)) * 1000));
        found.add(offset(wrong, log, number, systemTime(line, zone, known), line));
      }
    }
    return last(found);
  }

  private static @Nullable Instant systemTime(String line, ZoneId zone, @Nullable Instant known) {
    if (ISO.matcher(line).find()) {
      return ServiceLog.newest(FileContent.of("", line));
    }
    Matcher matcher = TRADITIONAL.matcher(line);
    if (known == null || !matcher.find() || !MONTHS.contains(matcher.group(1))) {
      return null;
    }
    int year = known.atOffset(ZoneOffset.UTC).getYear();
    Instant inYear = inYear(matcher, year, zone);
    boolean later = inYear != null && inYear.isAfter(known.plus(Duration.ofDays(180)));
    return later ? inYear(matcher, year - 1, zone) : inYear;
  }

  private static @Nullable Instant inYear(Matcher matcher, int year, ZoneId zone) {
    String[] time = matcher.group(3).split(":", -1);
    try {
      return LocalDateTime.of(
              year,
              MONTHS.indexOf(matcher.group(1)) + 1,
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(time[0]),
              Integer.parseInt(time[1]),
              Integer.parseInt(time[2]))
          .atZone(zone)
          .toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Instant after(String line, String mark) {
    int at = line.indexOf(mark);
    return at < 0 ? null : stamp(line.substring(at + mark.length()));
  }

  /** A time in UTC at the beginning of a text. */
  private static @Nullable Instant stamp(String text) {
    Matcher matcher = ISO.matcher(text);
    try {
      return matcher.find()
          ? LocalDateTime.parse(matcher.group(1) + "T" + matcher.group(2)).toInstant(ZoneOffset.UTC)
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ClockOffset offset(
      Duration ahead, FileContent log, int number, @Nullable Instant at, String line) {
    String text = line.strip();
    return new ClockOffset(
        ahead,
        log.path(),
        log.offset() == 0 ? number : 0,
        at,
        text.length() <= 300 ? text : text.substring(0, 300));
  }

  private static List<ClockOffset> last(List<ClockOffset> found) {
    return List.copyOf(found.subList(Math.max(0, found.size() - MOST), found.size()));
  }
}
