package io.github.backupdiag.guest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Status line and headers of an HTTP answer. Total: any bytes give a head, or nothing.
 *
 * @param status from 100 to 999
 * @param date the header {@code Date}, or null
 * @param length the header {@code Content-Length}, or -1
 * @param size how many bytes status line and headers take, with the empty line behind them
 */
record HttpHead(int status, @Nullable Instant date, long length, int size) {

  /** Gives nothing while the end of the headers has not come. */
  static int end(byte[] bytes, int count) {
    int lineStart = 0;
    for (int i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        if (i == lineStart || (i == lineStart + 1 && bytes[lineStart] == '\r')) {
          return i + 1;
        }
        lineStart = i + 1;
      }
    }
    return -1;
  }

  static @Nullable HttpHead parse(byte[] bytes, int end) {
    String[] lines = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    int status = status(lines[0]);
    if (status < 0) {
      return null;
    }
    Instant date = null;
    long length = -1;
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (name.equals("date")) {
        date = date(value);
      } else if (name.equals("content-length")) {
        length = number(value, 18);
      }
    }
    return new HttpHead(status, date, length, end);
  }

  private static int status(String line) {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/") || words[1].length() != 3) {
      return -1;
    }
    int status = (int) number(words[1], 3);
    return status < 100 ? -1 : status;
  }

  private static long number(String digits, int most) {
    boolean fits = !digits.isEmpty() && digits.length() <= most;
    return fits && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(digits) : -1;
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
