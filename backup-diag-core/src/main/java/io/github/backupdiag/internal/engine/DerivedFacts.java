package io.github.backupdiag.internal.engine;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.JobWindow.Basis;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out the present and the window of the failed job. The spans are ours: the service tries a
 * snapshot for up to two hours before it gives up, and its last lines follow within minutes.
 */
final class DerivedFacts {

  private static final Duration BEFORE_FAILURE = Duration.ofHours(2);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(15);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SAME_RUN = Duration.ofMinutes(10);
  private static final String LOGS = "guest.log.";
  private static final String DERIVED = "derived";

  private DerivedFacts() {}

  static FactSet with(FactSet facts) {
    FactSet.Builder more = facts.toBuilder();
    Instant reference = reference(facts);
    JobWindow window = window(facts, reference);
    if (reference == null) {
      more.unavailable(
          BackupFacts.REFERENCE_TIME, UnavailableReason.NOT_RECORDED, "no source knows a time");
    } else {
      more.observed(BackupFacts.REFERENCE_TIME, reference, DERIVED);
    }
    if (window == null) {
      more.unavailable(
          BackupFacts.WINDOW, UnavailableReason.NOT_RECORDED, "no source knows a time");
    } else {
      more.observed(BackupFacts.WINDOW, window, DERIVED);
    }
    return more.build();
  }

  static FactSet without(FactSet facts) {
    return facts.toBuilder().remove(BackupFacts.REFERENCE_TIME).remove(BackupFacts.WINDOW).build();
  }

  private static @Nullable Instant reference(FactSet facts) {
    Instant inside = facts.value(GuestFacts.NEWEST_TIME);
    if (inside != null) {
      return inside;
    }
    Instant now = facts.value(BackupFacts.CLOCK_NOW);
    return now != null ? now : newestLine(facts);
  }

  private static @Nullable JobWindow window(FactSet facts, @Nullable Instant reference) {
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    if (failed != null) {
      return new JobWindow(
          before(failed, BEFORE_FAILURE), after(failed, AFTER_FAILURE), Basis.FAILED_AT);
    }
    if (reference == null) {
      return null;
    }
    Instant dayBefore = before(reference, DAY);
    List<Instant> starts =
        logs(facts)
            .map(LogEvents::newestRun)
            .filter(Objects::nonNull)
            .filter(start -> !start.isBefore(dayBefore) && !start.isAfter(reference))
            .sorted()
            .toList();
    return starts.isEmpty()
        ? new JobWindow(dayBefore, reference, Basis.LAST_DAY)
        : new JobWindow(startOfNewest(starts), reference, Basis.NEWEST_RUN);
  }

  /** The logs of agent and extension see one run begin a little apart; the first of them counts. */
  private static Instant startOfNewest(List<Instant> starts) {
    Instant newest = starts.get(starts.size() - 1);
    return starts.stream()
        .filter(start -> !start.isBefore(before(newest, SAME_RUN)))
        .findFirst()
        .orElse(newest);
  }

  /** A damaged recording may tell of the begin or the end of time. */
  private static Instant before(Instant time, Duration span) {
    return time.isBefore(Instant.MIN.plus(span)) ? Instant.MIN : time.minus(span);
  }

  private static Instant after(Instant time, Duration span) {
    return time.isAfter(Instant.MAX.minus(span)) ? Instant.MAX : time.plus(span);
  }

  private static @Nullable Instant newestLine(FactSet facts) {
    WindowsEvents events = facts.value(WindowsFacts.EVENTS);
    Stream<Instant> inLogs = logs(facts).map(LogEvents::newest).filter(Objects::nonNull);
    return Stream.concat(inLogs, Stream.ofNullable(events == null ? null : events.newest()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Stream<LogEvents> logs(FactSet facts) {
    return facts.ids().stream()
        .filter(id -> id.startsWith(LOGS))
        .map(id -> facts.value(logKey(id)))
        .filter(Objects::nonNull);
  }

  private static FactKey<LogEvents> logKey(String id) {
    return GuestFacts.logEvents(id.substring(LOGS.length()));
  }
}
