package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one log that belong to the failed job: inside its window, and where several runs lie in
 * it, of the last one. A window may span a day, and yesterday's good answer says nothing of today.
 */
final class JobLines {

  /** A run takes minutes; where its start is not seen, older lines may be of another one. */
  private static final Duration RUN = Duration.ofMinutes(30);

  private final FactKey<LogEvents> log;
  private final List<LogEvent> lines;

  private JobLines(FactKey<LogEvents> log, List<LogEvent> lines) {
    this.log = log;
    this.lines = lines;
  }

  /** Needs the log and {@code WINDOW} among the declared facts. */
  static JobLines of(Facts facts, FactKey<LogEvents> log) {
    LogEvents events = facts.value(log);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (events == null || window == null) {
      return new JobLines(log, List.of());
    }
    List<LogEvent> inside =
        events.events().stream().filter(event -> window.contains(event.time())).toList();
    Instant since = start(events, window, inside);
    return new JobLines(log, inside.stream().filter(event -> !isBefore(event, since)).toList());
  }

  private static @Nullable Instant start(
      LogEvents events, JobWindow window, List<LogEvent> inside) {
    Instant run = events.newestRun();
    if (window.contains(run)) {
      return run;
    }
    return inside.stream()
        .map(LogEvent::time)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(newest -> newest.minus(RUN))
        .orElse(null);
  }

  private static boolean isBefore(LogEvent event, @Nullable Instant since) {
    Instant time = event.time();
    return since != null && time != null && time.isBefore(since);
  }

  /** The last line with one of some signatures, or null. */
  @Nullable LogEvent newest(Set<String> signatures) {
    return newest(signatures, event -> true);
  }

  /** The last wanted line with one of some signatures, or null. */
  @Nullable LogEvent newest(Set<String> signatures, Predicate<LogEvent> wanted) {
    LogEvent newest = null;
    for (LogEvent line : lines) {
      if (signatures.contains(line.signature()) && wanted.test(line)) {
        newest = newest == null || isAfter(line, newest) ? line : newest;
      }
    }
    return newest;
  }

  /** Tells whether a line, if there is one, was not written before another one. */
  static boolean isAfter(@Nullable LogEvent line, LogEvent other) {
    Instant time = line == null ? null : line.time();
    Instant since = other.time();
    return time != null && since != null && !time.isBefore(since);
  }

  Evidence evidence(LogEvent line, String text) {
    return Evidence.of(log, Phrase.of(text))
        .withExcerpt(line.text())
        .withPlace(line.file(), line.line())
        .withTime(line.time());
  }
}
