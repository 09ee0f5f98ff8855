package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.BackupExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What agrees with a state that alone only suggests: a code of the failure, or a line of its time.
 */
final class Agreement {

  private static final int MOST_LINES = 3;

  private Agreement() {}

  /** A code that the failure was reported with; needs {@code MATCHES} among the declared facts. */
  static List<Evidence> code(Facts facts, Set<String> codes) {
    List<CodeMatch> matches = facts.value(BackupFacts.MATCHES);
    return matches == null
        ? List.of()
        : matches.stream()
            .filter(match -> codes.contains(match.code()))
            .limit(1)
            .map(
                match ->
                    Evidence.of(
                            BackupFacts.MATCHES,
                            Phrase.of("evidence.extension.code-agrees", "code", match.code()))
                        .withExcerpt(match.excerpt()))
            .toList();
  }

  /** Lines inside the window of the job, the newest; needs log and window among the facts. */
  static List<Evidence> lines(Facts facts, FactKey<LogEvents> log, Predicate<LogEvent> wanted) {
    LogEvents events = facts.value(log);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (events == null || window == null) {
      return List.of();
    }
    List<Evidence> lines =
        events.events().stream()
            .filter(event -> window.contains(event.time()) && wanted.test(event))
            .map(event -> line(log, event))
            .toList();
    return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
  }

  static Evidence line(FactKey<LogEvents> log, LogEvent event) {
    return Evidence.of(log, Phrase.of("evidence.log-line"))
        .withExcerpt(event.text())
        .withPlace(event.file(), event.line())
        .withTime(event.time());
  }

  /** A line about the backup extension with one of some signatures. */
  static Predicate<LogEvent> ofBackup(Set<String> signatures) {
    return event ->
        signatures.contains(event.signature()) && event.text().contains(BackupExtension.HANDLER);
  }

  static Evidence[] all(Evidence first, List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(List.of(first));
    all.addAll(more);
    return all.toArray(Evidence[]::new);
  }
}
