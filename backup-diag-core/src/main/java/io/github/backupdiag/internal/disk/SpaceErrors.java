package io.github.backupdiag.internal.disk;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.LackOfRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lines in the logs of agent and extension in which a write failed for lack of room. */
final class SpaceErrors {

  private SpaceErrors() {}

  /** Needs both logs among the declared facts; the newest lines first, at most three a log. */
  static List<Evidence> in(Facts facts, Predicate<LogEvent> wanted, String rule) {
    List<Evidence> lines = new ArrayList<>();
    lines.addAll(in(GuestFacts.AGENT_LOG, facts, wanted, rule));
    lines.addAll(in(GuestFacts.EXTENSION_LOG, facts, wanted, rule));
    return lines;
  }

  private static List<Evidence> in(
      FactKey<LogEvents> key, Facts facts, Predicate<LogEvent> wanted, String rule) {
    LogEvents log = facts.value(key);
    List<Evidence> lines = new ArrayList<>();
    long lastLine = -1;
    for (LogEvent event : newestFirst(log)) {
      boolean repeated = event.line() != 0 && event.line() == lastLine;
      if (lines.size() < 3 && !repeated && LackOfRoom.isTold(event) && wanted.test(event)) {
        lines.add(LogLine.of(key, event, rule));
        lastLine = event.line();
      }
    }
    return lines;
  }

  private static List<LogEvent> newestFirst(@Nullable LogEvents log) {
    List<LogEvent> events = new ArrayList<>(log == null ? List.of() : log.events());
    java.util.Collections.reverse(events);
    return events;
  }
}
