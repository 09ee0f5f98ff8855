package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of the failed job agrees with a state that only suggests: a code that was given or met, or a
 * line of a log, both of them of that job.
 */
public final class Agreement {

  private static final int MOST_LINES = 3;

  private Agreement() {}

  /**
   * Gives the codes and lines of the extension's log that agree.
   *
   * @param facts with {@code WINDOW}, {@code MATCHES}, {@code SEEN_CODES} and {@code EXTENSION_LOG}
   *     declared
   * @param codes codes of the catalog
   * @param signatures ids of signatures
   * @return may be empty
   */
  public static List<Evidence> of(Facts facts, Set<String> codes, Set<String> signatures) {
    List<Evidence> found = new ArrayList<>(codes(facts, codes));
    lines(facts, GuestFacts.EXTENSION_LOG, signatures).stream()
        .map(event -> line(GuestFacts.EXTENSION_LOG, event))
        .limit(MOST_LINES)
        .forEach(found::add);
    return found;
  }

  /**
   * Gives the codes that agree.
   *
   * @param facts with {@code WINDOW}, {@code MATCHES} and {@code SEEN_CODES} declared
   * @param codes codes of the catalog
   * @return may be empty
   */
  public static List<Evidence> codes(Facts facts, Set<String> codes) {
    List<Evidence> found = new ArrayList<>();
    List<CodeMatch> given = facts.value(BackupFacts.MATCHES);
    for (CodeMatch match : given == null ? List.<CodeMatch>of() : given) {
      if (codes.contains(match.code())) {
        found.add(code(BackupFacts.MATCHES, match.code()).withExcerpt(match.excerpt()));
      }
    }
    List<SeenCode> seen = facts.value(BackupFacts.SEEN_CODES);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    for (SeenCode met : seen == null ? List.<SeenCode>of() : seen) {
      if (codes.contains(met.code()) && window != null && window.contains(met.at())) {
        found.add(
            code(BackupFacts.SEEN_CODES, met.code())
                .withExcerpt(met.excerpt())
                .withPlace(met.where(), 0)
                .withTime(met.at()));
      }
    }
    return found;
  }

  /**
   * Gives the lines of the failed job.
   *
   * @param facts with {@code WINDOW} and the log declared
   * @param log which log
   * @param signatures ids of signatures
   * @return in the order of the log, may be empty
   */
  public static List<LogEvent> lines(Facts facts, FactKey<LogEvents> log, Set<String> signatures) {
    LogEvents events = facts.value(log);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return events == null || window == null
        ? List.of()
        : events.events().stream()
            .filter(event -> signatures.contains(event.signature()))
            .filter(event -> window.contains(event.time()))
            .toList();
  }

  /**
   * Makes evidence of a line.
   *
   * @param log which log
   * @param event the line
   * @return the evidence, which says no more than that the line agrees
   */
  public static Evidence line(FactKey<LogEvents> log, LogEvent event) {
    return line(log, event, Phrase.of("evidence.snapshot.line"));
  }

  /**
   * Makes evidence of a line.
   *
   * @param log which log
   * @param event the line
   * @param text what it says
   * @return the evidence
   */
  public static Evidence line(FactKey<LogEvents> log, LogEvent event, Phrase text) {
    return Evidence.of(log, text)
        .withExcerpt(event.text())
        .withPlace(event.file(), event.line())
        .withTime(event.time());
  }

  private static Evidence code(FactKey<?> fact, String code) {
    return Evidence.of(fact, Phrase.of("evidence.snapshot.code", "code", code));
  }
}
