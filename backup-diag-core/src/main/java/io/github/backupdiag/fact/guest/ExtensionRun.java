package io.github.backupdiag.fact.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the newest run ends in the log of the backup extension.
 *
 * @param file the log
 * @param start when the run began (UTC), or null
 * @param last time of its last line (UTC), or null
 * @param line number of that line, or 0 if only the end of the log was read
 * @param text that line, cut at 300 characters
 * @param end how the log ends
 * @param exception last line of the last Python traceback of the run, or null
 */
public record ExtensionRun(
    String file,
    @Nullable Instant start,
    @Nullable Instant last,
    long line,
    String text,
    End end,
    @Nullable String exception) {

  /** How the log of a run ends. */
  public enum End {
    /** With a final status. */
    REPORTED,
    /** After the freeze helper was called: the disk of the log itself was frozen. */
    FROZEN_LOG,
    /** While the freeze helper was awaited. */
    HELPER,
    /** While the mounts were listed. */
    MOUNT_LIST,
    /** In the middle of something else. */
    BROKEN_OFF
  }

  /**
   * Tells whether the log ends where runs are known to hang.
   *
   * @return false for a run that reported or broke off elsewhere
   */
  public boolean isHanging() {
    return end != End.REPORTED && end != End.BROKEN_OFF;
  }
}
