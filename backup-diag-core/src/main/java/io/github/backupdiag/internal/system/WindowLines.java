package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Log lines inside the window of the job. */
public final class WindowLines {

  private static final int MOST = 3;

  private WindowLines() {}

  /**
   * Finds events.
   *
   * @param log the log, declared by the rule as is {@code WINDOW}
   * @param facts the facts
   * @param wanted which events
   * @return in the order of the log, each line once; empty without log or window
   */
  public static List<LogEvent> in(FactKey<LogEvents> log, Facts facts, Predicate<LogEvent> wanted) {
    JobWindow window = facts.value(BackupFacts.WINDOW);
    LogEvents events = facts.value(log);
    List<LogEvent> found = new ArrayList<>();
    if (window != null && events != null) {
      for (LogEvent event : events.events()) {
        boolean again =
            !found.isEmpty()
                && event.line() != 0
                && found.get(found.size() - 1).line() == event.line();
        if (!again && window.contains(event.time()) && wanted.test(event)) {
          found.add(event);
        }
      }
    }
    return found;
  }

  /**
   * Gives the newest events as evidence.
   *
   * @param log the log they are from
   * @param events in the order of the log
   * @param phrase id of the sentence
   * @return at most three, in the order of the log
   */
  public static List<Evidence> evidence(
      FactKey<LogEvents> log, List<LogEvent> events, String phrase) {
    return events.subList(Math.max(0, events.size() - MOST), events.size()).stream()
        .map(
            event ->
                Evidence.of(log, Phrase.of(phrase))
                    .withExcerpt(event.text())
                    .withPlace(event.file(), event.line())
                    .withTime(event.time()))
        .toList();
  }
}
