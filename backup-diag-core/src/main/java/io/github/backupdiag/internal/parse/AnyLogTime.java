package io.github.backupdiag.internal.parse;

import io.github.backupdiag.internal.scan.LineClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time of a line whose log is not known, by how the line looks (log-formats.md, sections
 * 1 and 2). A time in a zone that is written nowhere is not guessed.
 */
public final class AnyLogTime implements LineClock {

  private static final byte[] EXTENSION = " [Microsoft.Azure.".getBytes(StandardCharsets.US_ASCII);
  private static final int DATE_AND_TIME = 19;
  private static final int MOST_DECIMALS = 10;

  /** How far from the beginning of a line its time may stand. */
  private static final int HEAD = 40;

  private static final int CLOCK = 8;

  /** Has no state. */
  public AnyLogTime() {}

  @Override
  public @Nullable Instant read(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] == ' ' || bytes[from] == '\t' || !hasClock(bytes, from, to)) {
      return NONE;
    }
    Instant time = LogTime.of(bytes, from, to, style(bytes, from, to), NONE);
    if (NONE.equals(time)) {
      time = SystemTime.of(bytes, from, to, NONE);
    }
    if (NONE.equals(time)) {
      time = ShellTime.of(bytes, from, to, NONE);
    }
    return NONE.equals(time) ? null : time;
  }

  private static LogTime.Style style(byte[] bytes, int from, int to) {
    int at = from + DATE_AND_TIME;
    while (at < to && at < from + DATE_AND_TIME + MOST_DECIMALS && isDecimal(bytes[at])) {
      at++;
    }
    boolean extension = at + EXTENSION.length <= to;
    for (int i = 0; extension && i < EXTENSION.length; i++) {
      extension = bytes[at + i] == EXTENSION[i];
    }
    return extension ? LogTime.Style.EXTENSION : LogTime.Style.WINDOWS;
  }

  private static boolean isDecimal(byte b) {
    return b == '.' || isDigit(b);
  }

  /** True if hours, minutes and seconds stand near the beginning of the line. */
  private static boolean hasClock(byte[] bytes, int from, int to) {
    int last = Math.min(to, from + HEAD) - CLOCK;
    for (int at = from; at <= last; at++) {
      if (bytes[at + 2] == ':'
          && bytes[at + 5] == ':'
          && isDigit(bytes[at])
          && isDigit(bytes[at + 1])
          && isDigit(bytes[at + 3])
          && isDigit(bytes[at + 4])
          && isDigit(bytes[at + 6])
          && isDigit(bytes[at + 7])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
