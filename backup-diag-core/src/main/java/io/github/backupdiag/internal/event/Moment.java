package io.github.backupdiag.internal.event;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.JobWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something was seen at the time of the job. */
public enum Moment {
  /** In the window of the job. */
  AT_FAILURE,
  /** It carries no time, as most of what people paste. */
  UNKNOWN,
  /** At another time: history. */
  OUTSIDE;

  /**
   * Places a time.
   *
   * @param time a time, or null
   * @param window the window of the job, or null
   * @return where it lies
   */
  public static Moment of(@Nullable Instant time, @Nullable JobWindow window) {
    if (time == null) {
      return UNKNOWN;
    }
    return window != null && window.contains(time) ? AT_FAILURE : OUTSIDE;
  }

  /**
   * Gives the time for which a verdict holds.
   *
   * @return at the failure only for what was seen then
   */
  public When when() {
    return this == AT_FAILURE ? When.AT_FAILURE : When.NOW;
  }
}
