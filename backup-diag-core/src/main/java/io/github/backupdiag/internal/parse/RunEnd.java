package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.internal.scan.LineBreaks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the newest run in the log of the backup extension and how it ends. A line at which the log
 * stops tells what hangs (log-formats.md, section 1).
 */
public final class RunEnd {

  private static final int MOST_BYTES = 1200;
  private static final List<String> FROZEN =
      List.of(
          "safefreeze/bin/safefreeze",
          "safefreezeArm64/bin/safefreeze",
          "proceeded for accepting signals");
  private static final String HELPER = "Binary output traces start";
  private static final List<String> MOUNTS = List.of("getting the mount-points info", "lsblk");
  private static final Pattern REPORTED = Pattern.compile("Enable,(?:success|error),(?!4,)\\d+,");
  private static final String TRACEBACK = "Traceback (most recent call last)";
  private static final Pattern STAMP =
      Pattern.compile("^20\\d\\d[-/]\\d\\d[-/]\\d\\d [0-9:.]+ {1,2}(?:\\[[^\\]]{1,99}\\])?");

  private @Nullable Instant pending;
  private boolean isPending;
  private boolean begun;
  private @Nullable Instant start;
  private @Nullable Instant last;
  private long lineOfLast;
  private String textOfLast = "";
  private boolean reported;
  private boolean inTraceback;
  private @Nullable String exception;

  private RunEnd() {}

  /**
   * Reads the end of a log.
   *
   * @param file the log
   * @return the newest run, or null if none begins in what was read
   */
  public static @Nullable ExtensionRun parse(FileContent file) {
    RunEnd run = new RunEnd();
    byte[] bytes = file.bytes();
    boolean whole = file.offset() == 0;
    int from = whole ? 0 : LineBreaks.next(bytes, 0, bytes.length) + 1;
    Instant time = null;
    for (long number = 1; from < bytes.length; number++) {
      int to = LineBreaks.next(bytes, from, bytes.length);
      time = LogTime.of(bytes, from, to, LogTime.Style.EXTENSION, time);
      run.line(time, whole ? number : 0, text(bytes, from, to));
      from = to + 1;
    }
    return run.begun ? run.result(file.path()) : null;
  }

  private void line(@Nullable Instant time, long number, String text) {
    if (text.isBlank()) {
      return;
    }
    if (text.contains(RunStart.EXTENSION.literal())) {
      isPending = true;
      pending = time;
    } else if (isPending && RunStart.EXTENSION.confirmedBy().stream().anyMatch(text::contains)) {
      begin();
    }
    last = time;
    lineOfLast = number;
    textOfLast = text;
    reported |= REPORTED.matcher(text).find();
    follow(text);
  }

  private void begin() {
    begun = true;
    isPending = false;
    start = pending;
    reported = false;
    inTraceback = false;
    exception = null;
  }

  /** The last line of a traceback is the first that is not indented. */
  private void follow(String text) {
    String bare = STAMP.matcher(text).replaceFirst("");
    if (bare.contains(TRACEBACK)) {
      inTraceback = true;
    } else if (inTraceback && !bare.startsWith(" ")) {
      exception = bare.strip();
      inTraceback = false;
    }
  }

  private ExtensionRun result(String path) {
    return new ExtensionRun(path, start, last, lineOfLast, textOfLast, end(), exception);
  }

  private End end() {
    if (reported) {
      return End.REPORTED;
    } else if (FROZEN.stream().anyMatch(textOfLast::contains)) {
      return End.FROZEN_LOG;
    } else if (textOfLast.contains(HELPER)) {
      return End.HELPER;
    }
    return MOUNTS.stream().anyMatch(textOfLast::contains) ? End.MOUNT_LIST : End.BROKEN_OFF;
  }

  private static String text(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, MOST_BYTES);
    return Excerpt.of(new String(bytes, from, length, StandardCharsets.UTF_8).stripTrailing());
  }
}
