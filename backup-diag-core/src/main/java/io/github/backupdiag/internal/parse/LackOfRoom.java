package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.backup.LogEvent;
import java.util.List;

/** Tells by a line of a log whether a write failed since the disk had no room left. */
public final class LackOfRoom {

  private static final String ERRNO = "[Errno 28]";
  private static final String TEXT = "No space left on device";

  /** The kernel answers with the same error where no disk is involved. */
  private static final List<String> NO_DISK = List.of("/sys/", "/proc/", "/dev/", "/run/");

  private LackOfRoom() {}

  /**
   * Judges a line.
   *
   * @param event a known line of a log
   * @return true if the line itself says so; a path it names must lie on a disk
   */
  public static boolean isTold(LogEvent event) {
    String text = event.text();
    int at = text.indexOf(TEXT);
    if (at < 0 && !text.contains(ERRNO)) {
      return event.signature().equals("wa-errno-28");
    }
    int quote = text.indexOf("'/", Math.max(at, 0));
    return quote < 0 || NO_DISK.stream().noneMatch(path -> text.startsWith(path, quote + 1));
  }
}
