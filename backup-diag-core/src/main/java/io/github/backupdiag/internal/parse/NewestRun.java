package io.github.backupdiag.internal.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Follows a log line by line to the start of its newest run. Not thread-safe. */
final class NewestRun {

  private final RunStart start;
  private @Nullable Instant pending;
  private @Nullable Instant found;

  NewestRun(RunStart start) {
    this.start = start;
  }

  void begins(@Nullable Instant time, String line) {
    if (line.contains(start.alsoHolds())) {
      pending = time;
      if (start.confirmedBy().isEmpty()) {
        found = time;
      }
    }
  }

  /** A confirming line; without a beginning it stands for one, since the log may have been cut. */
  void confirmed(@Nullable Instant time) {
    if (pending != null) {
      found = pending;
    } else if (found == null) {
      found = time;
    }
  }

  /** An error confirms too: the run may have ended before anything else was written. */
  void failed() {
    if (pending != null) {
      found = pending;
    }
  }

  @Nullable Instant found() {
    return found;
  }
}
