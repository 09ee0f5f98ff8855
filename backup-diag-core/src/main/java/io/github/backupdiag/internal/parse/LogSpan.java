package io.github.backupdiag.internal.parse;

import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** First and last time that the lines of a log carry. */
public final class LogSpan {

  private LogSpan() {}

  /**
   * Looks for the first line with a time that can be trusted.
   *
   * @param file a log or the end of one
   * @param style which program wrote it
   * @return its time (UTC), or null if no line carries one
   */
  public static @Nullable Instant first(FileContent file, LogTime.Style style) {
    byte[] bytes = file.bytes();
    int from = 0;
    while (from < bytes.length) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      Instant time = LogTime.of(bytes, from, to, style, null);
      if (time != null) {
        return time;
      }
      from = to + 1;
    }
    return null;
  }

  /**
   * Looks for the last line with a time that can be trusted.
   *
   * @param file a log or the end of one
   * @param style which program wrote it
   * @return its time (UTC), or null if no line carries one
   */
  public static @Nullable Instant last(FileContent file, LogTime.Style style) {
    byte[] bytes = file.bytes();
    int to = bytes.length;
    while (to > 0) {
      int from = to;
      while (from > 0 && bytes[from - 1] != '\n') {
        from--;
      }
      Instant time = LogTime.of(bytes, from, to, style, null);
      if (time != null) {
        return time;
      }
      to = from - 1;
    }
    return null;
  }
}
