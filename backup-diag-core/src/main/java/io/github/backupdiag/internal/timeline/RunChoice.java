package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.fact.backup.JobWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The run to speak of: of those in the time of the failed job the last that did not succeed, or the
 * last one. A log without any time that can be trusted gives its newest run, and says so.
 *
 * @param run the run
 * @param attempts number of runs in the time of the job
 * @param dated false if nothing tells when it was
 */
record RunChoice(LogRun run, int attempts, boolean dated) {

  /** Agent and extension see one run begin a little apart. */
  private static final Duration EARLIER = Duration.ofMinutes(10);

  private static final Duration LATER = Duration.ofMinutes(2);

  static @Nullable RunChoice of(
      List<LogRun> runs, @Nullable JobWindow window, Predicate<LogRun> succeeded) {
    List<LogRun> inside = new ArrayList<>();
    for (LogRun run : runs) {
      if (window != null && isIn(run, window)) {
        inside.add(run);
      }
    }
    if (!inside.isEmpty()) {
      List<LogRun> failed = inside.stream().filter(succeeded.negate()).toList();
      return new RunChoice(last(failed.isEmpty() ? inside : failed), inside.size(), true);
    }
    boolean undated = !runs.isEmpty() && runs.stream().allMatch(run -> run.begin() == null);
    return undated ? new RunChoice(last(runs), 1, false) : null;
  }

  private static LogRun last(List<LogRun> runs) {
    return runs.get(runs.size() - 1);
  }

  /** A run whose beginning the log no longer holds is in the time of the job if its lines are. */
  private static boolean isIn(LogRun run, JobWindow window) {
    return window.contains(run.begin()) || (run.headless() && window.contains(run.end()));
  }

  /** Finds the part of the same run in another log. */
  static @Nullable LogRun partner(LogRun run, List<LogRun> others) {
    Instant begin = run.begin();
    if (begin == null || run.headless()) {
      return null;
    }
    return others.stream()
        .filter(other -> isNear(begin, other.begin()))
        .min(Comparator.comparing(other -> distance(begin, other.begin())))
        .orElse(null);
  }

  private static boolean isNear(Instant begin, @Nullable Instant other) {
    return other != null
        && !other.isBefore(begin.minus(EARLIER))
        && !other.isAfter(begin.plus(LATER));
  }

  private static Duration distance(Instant begin, @Nullable Instant other) {
    return other == null ? EARLIER : Duration.between(begin, other).abs();
  }
}
