package io.github.backupdiag.internal.timeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stamps in lines of the backup extension on Linux (log-formats.md, section 1). Lines of the freeze
 * helper are read after it ended and carry a second stamp of their own, in local time; under Python
 * 2 every line is in local time.
 */
final class LineStamp {

  /** Zones differ by quarters of an hour. */
  private static final long QUARTER = 15 * 60;

  /** The helper is read within minutes; what seems older is another clock. */
  private static final Duration MOST_DELAY = Duration.ofMinutes(10);

  private static final Pattern LOCAL =
      Pattern.compile("^\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d (?:ERROR:)?\\[");
  private static final Pattern INNER =
      Pattern.compile(
          "VMSnapshotLinux-[0-9.]{1,20}\\](\\d{4})-(\\d\\d)-(\\d\\d) "
              + "(\\d\\d):(\\d\\d):(\\d\\d)(?: ([AP])M)? ");

  private LineStamp() {}

  /** Whether a line carries a stamp in local time, so that the time of its record is another's. */
  static boolean isLocal(String text) {
    return LOCAL.matcher(text).find();
  }

  /** When what a line tells happened: its inner stamp moved to UTC, or else when it was written. */
  static @Nullable Instant happened(String text, @Nullable Instant written) {
    Matcher inner = INNER.matcher(text);
    if (written == null || !inner.find()) {
      return written;
    }
    try {
      Instant local =
          LocalDateTime.of(
                  number(inner, 1),
                  number(inner, 2),
                  number(inner, 3),
                  hour(number(inner, 4), inner.group(7)),
                  number(inner, 5),
                  number(inner, 6))
              .toInstant(ZoneOffset.UTC);
      long delay = Math.floorMod(written.getEpochSecond() - local.getEpochSecond(), QUARTER);
      return delay <= MOST_DELAY.toSeconds()
          ? Instant.ofEpochSecond(written.getEpochSecond() - delay)
          : written;
    } catch (DateTimeException e) {
      return written;
    }
  }

  private static int hour(int hour, @Nullable String half) {
    return half == null ? hour : hour % 12 + (half.equals("P") ? 12 : 0);
  }

  private static int number(Matcher stamp, int group) {
    return Integer.parseInt(stamp.group(group));
  }
}
