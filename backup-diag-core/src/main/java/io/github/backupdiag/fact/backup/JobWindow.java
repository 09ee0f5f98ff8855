package io.github.backupdiag.fact.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of the failed job. Only what happened inside convicts; what lies outside is history.
 *
 * @param start beginning (UTC), inclusive
 * @param end end (UTC), inclusive
 * @param basis how it was found
 */
public record JobWindow(Instant start, Instant end, Basis basis) {

  /** How a window was found. */
  public enum Basis {
    /** From the time of the failure. */
    FAILED_AT,
    /** From the newest run of the backup extension in the source. */
    NEWEST_RUN,
    /** The day before the newest time the source knows; backups run daily. */
    LAST_DAY
  }

  /**
   * Tells whether a time lies inside.
   *
   * @param time a time, or null if unknown
   * @return false for an unknown time: what has no time cannot convict
   */
  public boolean contains(@Nullable Instant time) {
    return time != null && !time.isBefore(start) && !time.isAfter(end);
  }
}
