package io.github.backupdiag.internal.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time at the beginning of a log line (log-formats.md, sections 1 and 2). A line without
 * one belongs to the record above, and so does one in local time: the zone is written nowhere.
 */
public final class LogTime {

  /** Which program wrote the log. */
  public enum Style {
    /** The agent: UTC with Z; its old form has decimals, no zone, and is UTC in practice. */
    AGENT,
    /** The backup extension: UTC with dashes; with slashes only inside the freeze block. */
    EXTENSION,
    /** The start script: {@code date -u} in an English locale; in another one it has no time. */
    SHELL,
    /** A system log whose lines carry year and zone; others have no time. */
    SYSTEM,
    /**
     * Agent and extension on Windows: UTC with Z, at the agent behind the thread in brackets; the
     * old form of the agent, month first and in brackets, names no zone.
     */
    WINDOWS
  }

  private static final int LENGTH = 19;

  /** Eight digits in brackets and a blank. */
  private static final int THREAD = 11;

  private static final String FORM = "####-##-##T##:##:##";

  private LogTime() {}

  /**
   * Gives the time that holds for a line.
   *
   * @param bytes bytes of the log
   * @param from offset of the line
   * @param to offset behind the line
   * @param style which program wrote it
   * @param before time of the record above, or null
   * @return the time (UTC); the one before if the line carries none that can be trusted; null if it
   *     carries an impossible one
   */
  public static @Nullable Instant of(
      byte[] bytes, int from, int to, Style style, @Nullable Instant before) {
    if (style == Style.SHELL) {
      return ShellTime.of(bytes, from, to, before);
    }
    if (style == Style.SYSTEM) {
      return SystemTime.of(bytes, from, to, before);
    }
    if (style == Style.WINDOWS) {
      return of(bytes, behindThread(bytes, from, to), to, Style.AGENT, before);
    }
    if (to - from < LENGTH || !isStamp(bytes, from)) {
      return before;
    }
    int end = from + LENGTH;
    while (end < to && (bytes[end] == '.' || isDigit(bytes[end])) && end - from < LENGTH + 10) {
      end++;
    }
    return isUtc(bytes, from, end, to, style) ? instant(bytes, from, end) : before;
  }

  /** True if a record of the log begins with this line, whether or not its time can be trusted. */
  static boolean isRecord(byte[] bytes, int from, int to) {
    int at = behindThread(bytes, from, to);
    return at > from || (to - from >= LENGTH && isStamp(bytes, from));
  }

  /** Where the time stands behind a thread such as {@code [00000014]}, or the offset itself. */
  private static int behindThread(byte[] bytes, int from, int to) {
    if (to - from < THREAD || bytes[from] != '[' || bytes[from + THREAD - 2] != ']') {
      return from;
    }
    for (int i = from + 1; i < from + THREAD - 2; i++) {
      if (!isDigit(bytes[i])) {
        return from;
      }
    }
    return from + THREAD;
  }

  private static boolean isUtc(byte[] bytes, int from, int end, int to, Style style) {
    boolean decimals = end > from + LENGTH;
    if (bytes[from + 4] == '/') {
      return decimals && (style == Style.AGENT || isFreezeBlock(bytes, end, to));
    }
    return bytes[from + 10] == 'T'
        ? end < to && bytes[end] == 'Z'
        : style == Style.EXTENSION && bytes[from + 10] == ' ';
  }

  /** Two blanks stand round the level, and only there. */
  private static boolean isFreezeBlock(byte[] bytes, int end, int to) {
    return end + 1 < to && bytes[end] == ' ' && bytes[end + 1] == ' ';
  }

  private static boolean isStamp(byte[] bytes, int from) {
    for (int i = 0; i < LENGTH; i++) {
      byte b = bytes[from + i];
      boolean fits =
          switch (FORM.charAt(i)) {
            case '#' -> isDigit(b);
            case '-' -> b == '-' || b == '/';
            case 'T' -> b == 'T' || b == ' ';
            default -> b == ':';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Instant instant(byte[] bytes, int from, int end) {
    int year = number(bytes, from, 4);
    if (year < 2010 || year > 2099) {
      return null;
    }
    int nanos = 0;
    int unit = 100_000_000;
    for (int i = from + LENGTH + 1; i < end && isDigit(bytes[i]); i++) {
      nanos += (bytes[i] - '0') * unit;
      unit /= 10;
    }
    try {
      return LocalDateTime.of(
              year,
              number(bytes, from + 5, 2),
              number(bytes, from + 8, 2),
              number(bytes, from + 11, 2),
              number(bytes, from + 14, 2),
              number(bytes, from + 17, 2),
              nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(byte[] bytes, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
