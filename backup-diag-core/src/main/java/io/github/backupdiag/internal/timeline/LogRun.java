package io.github.backupdiag.internal.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one log that belong to one run.
 *
 * @param lines in the order in which they were written; at least one
 * @param headless true if the first line of the run is not among them
 * @param task id of the task, or null
 * @param next when the next run began in the same log (UTC), or null
 * @param followed true if another run follows in the same log
 */
record LogRun(
    List<Sighting> lines,
    boolean headless,
    @Nullable String task,
    @Nullable Instant next,
    boolean followed) {

  /** When the run began, or the earliest time that is known of it. */
  @Nullable Instant begin() {
    for (Sighting line : lines) {
      if (line.written() != null) {
        return line.written();
      }
    }
    return null;
  }

  /** The newest time of its lines. */
  @Nullable Instant end() {
    Instant end = null;
    for (Sighting line : lines) {
      Instant time = line.written();
      end = time != null && (end == null || time.isAfter(end)) ? time : end;
    }
    return end;
  }

  Sighting lastLine() {
    return lines.get(lines.size() - 1);
  }
}
