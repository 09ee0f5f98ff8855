package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.guestaccess.FileContent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the last freeze in the log of the backup extension. Not thread-safe. */
public final class FreezeLog {

  /** The first of these begins a freeze, the others go on with it (fsfreezer.py). */
  private static final List<String> BEGINS =
      List.of(
          "T:S freeze, timeout value",
          "safefreeze/bin/safefreeze'",
          "safefreezeArm64/bin/safefreeze'",
          "proceeded for accepting signals",
          "****** 1. Starting Freeze Binary");

  /** The helper ended, and thawed what it had frozen. */
  private static final List<String> ENDS =
      List.of(
          "****** 9. Binary Process completed",
          "binary child terminated",
          "****** 7. Error - Binary Process Already Completed",
          "****** 8. Binary Thaw Signal Received",
          "Binary output traces end",
          "T:S thaw result",
          "Thawing: ",
          "snapshot result inconsistent",
          "freeze failed for some mount",
          "file open failed for some mount",
          "already freezed by some other processor",
          "skip freeze is : True",
          "Enable,success,");

  private static final String CALLED = "starting enable";
  private static final int MAX_TEXT = 500;

  private @Nullable FreezeRun run;
  private @Nullable Instant time;

  private FreezeLog() {}

  /**
   * Reads the log.
   *
   * @param log its end
   * @return the last freeze, or null if it tells of none
   */
  public static @Nullable FreezeRun parse(FileContent log) {
    FreezeLog reading = new FreezeLog();
    boolean whole = log.offset() == 0;
    long number = 0;
    for (String line : log.text().split("\n", -1)) {
      number++;
      reading.line(log.path(), whole ? number : 0, line);
    }
    return reading.run;
  }

  private void line(String path, long number, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    time = LogTime.of(bytes, 0, bytes.length, LogTime.Style.EXTENSION, time);
    FreezeRun last = run;
    if (holds(line, BEGINS)) {
      if (last == null || last.ended() || last.nextRun() != null) {
        run = new FreezeRun(path, number, time, cut(line), false, null);
      }
    } else if (last != null && !last.ended()) {
      if (holds(line, ENDS) && last.nextRun() == null) {
        run = new FreezeRun(last.file(), last.line(), last.at(), last.text(), true, null);
      } else if (line.contains(CALLED) && last.nextRun() == null && time != null) {
        run = new FreezeRun(last.file(), last.line(), last.at(), last.text(), false, time);
      }
    }
  }

  private static boolean holds(String line, List<String> markers) {
    return markers.stream().anyMatch(line::contains);
  }

  private static String cut(String line) {
    String text = line.strip();
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
