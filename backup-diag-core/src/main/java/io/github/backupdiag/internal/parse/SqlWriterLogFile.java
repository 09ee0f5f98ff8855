package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.SqlWriterError;
import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The log of SQL Writer: {@code [month/day/year time, TID thread] text} in local time, in English
 * on every system. An error is a line of an exception with its number; the phase is that of the
 * same thread's last beginning.
 */
public final class SqlWriterLogFile {

  private static final Pattern LINE =
      Pattern.compile(
          "^\\[(\\d\\d)/(\\d\\d)/(\\d{4}) (\\d\\d):(\\d\\d):(\\d\\d), TID \\p{XDigit}{1,8}\\] (.*)$");
  private static final Pattern PHASE = Pattern.compile("Entering SQL Writer (\\w{1,40})");
  private static final Pattern ERROR = Pattern.compile("(?i)\\bhr: ?(0x[89a-f]\\p{XDigit}{7})\\b");
  private static final int MOST = 200;
  private static final int MAX_TEXT = 500;

  private SqlWriterLogFile() {}

  /**
   * Reads the log and its older part.
   *
   * @param files the parts, oldest first
   * @param behindUtc how far local time is behind UTC ({@code ActiveTimeBias}), or null if unknown
   * @return what they say
   */
  public static SqlWriterLog read(List<FileContent> files, @Nullable Duration behindUtc) {
    Reading reading = new Reading(behindUtc);
    boolean complete = true;
    for (FileContent file : files) {
      complete &= file.isComplete();
      reading.read(file);
    }
    List<SqlWriterError> errors = reading.errors;
    return new SqlWriterLog(
        errors.subList(Math.max(0, errors.size() - MOST), errors.size()), reading.newest, complete);
  }

  private static final class Reading {

    final List<SqlWriterError> errors = new ArrayList<>();
    final @Nullable Duration behindUtc;
    @Nullable Instant newest;
    String phase = "";

    Reading(@Nullable Duration behindUtc) {
      this.behindUtc = behindUtc;
    }

    void read(FileContent file) {
      for (TextLine line : TextLine.of(WindowsBytes.text(file.bytes()))) {
        Matcher parts = LINE.matcher(line.text());
        if (parts.matches()) {
          line(file, line, parts);
        }
      }
    }

    private void line(FileContent file, TextLine line, Matcher parts) {
      Instant time = time(parts);
      newest = time == null || (newest != null && newest.isAfter(time)) ? newest : time;
      Matcher begins = PHASE.matcher(parts.group(7));
      phase = begins.lookingAt() ? begins.group(1) : phase;
      Matcher error = ERROR.matcher(parts.group(7));
      if (error.find()) {
        errors.add(
            new SqlWriterError(
                line.text().substring(1, 20),
                time,
                error.group(1).toLowerCase(Locale.ROOT),
                phase,
                file.path(),
                file.offset() == 0 ? line.number() : 0,
                line.text().substring(0, Math.min(line.text().length(), MAX_TEXT))));
      }
    }

    private @Nullable Instant time(Matcher parts) {
      try {
        return behindUtc == null
            ? null
            : LocalDateTime.of(
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5)),
                    Integer.parseInt(parts.group(6)))
                .toInstant(ZoneOffset.UTC)
                .plus(behindUtc);
      } catch (DateTimeException e) {
        return null;
      }
    }
  }
}
