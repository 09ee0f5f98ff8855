package io.github.backupdiag.internal.network;

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
import io.github.backupdiag.fact.guest.HostEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Codes and log lines of the failed job that agree with a state which alone only suggests. Lines
 * about an address count only if it is that of the host.
 */
final class Agreement {

  /** Facts that a rule which asks for agreement must declare. */
  static final List<FactKey<?>> READS =
      List.of(
          GuestFacts.AGENT_LOG,
          GuestFacts.EXTENSION_LOG,
          BackupFacts.WINDOW,
          BackupFacts.MATCHES,
          BackupFacts.SEEN_CODES);

  private static final int MOST = 3;

  /** Lines that name the address which did not answer; only the host's counts. */
  private static final Set<String> NAMING_AN_ADDRESS =
      Set.of(
          "wa-errno-101",
          "wa-errno-104",
          "wa-errno-110",
          "wa-errno-111",
          "wa-errno-113",
          "wa-route-none");

  private final Set<String> signatures;
  private final Set<String> codes;

  Agreement(Set<String> signatures, Set<String> codes) {
    this.signatures = signatures;
    this.codes = codes;
  }

  /** The facts a rule reads beside its own. */
  static FactKey<?>[] readsWith(FactKey<?>... own) {
    List<FactKey<?>> all = new ArrayList<>(List.of(own));
    all.addAll(READS);
    return all.toArray(new FactKey<?>[0]);
  }

  /** What agrees, empty if nothing does. */
  List<Evidence> in(Facts facts) {
    List<Evidence> found = new ArrayList<>();
    JobWindow window = facts.value(BackupFacts.WINDOW);
    if (window != null) {
      addLines(GuestFacts.AGENT_LOG, facts, window, found);
      addLines(GuestFacts.EXTENSION_LOG, facts, window, found);
      addSeenCodes(facts, window, found);
    }
    List<CodeMatch> matches = facts.value(BackupFacts.MATCHES);
    for (CodeMatch match : matches == null ? List.<CodeMatch>of() : matches) {
      if (codes.contains(match.code())) {
        found.add(
            Evidence.of(
                    BackupFacts.MATCHES,
                    Phrase.of("evidence.network.code-agrees", "code", match.code()))
                .withExcerpt(match.excerpt()));
      }
    }
    return found;
  }

  private void addLines(
      FactKey<LogEvents> key, Facts facts, JobWindow window, List<Evidence> found) {
    LogEvents log = facts.value(key);
    List<LogEvent> agreeing =
        log == null
            ? List.of()
            : log.events().stream()
                .filter(event -> window.contains(event.time()) && agrees(event))
                .toList();
    for (LogEvent event : agreeing.subList(Math.max(0, agreeing.size() - MOST), agreeing.size())) {
      found.add(
          Evidence.of(key, Phrase.of("evidence.network.log-line"))
              .withExcerpt(event.text())
              .withPlace(event.file(), event.line())
              .withTime(event.time()));
    }
  }

  private boolean agrees(LogEvent event) {
    return signatures.contains(event.signature())
        && (!NAMING_AN_ADDRESS.contains(event.signature())
            || event.text().contains(HostEndpoint.ADDRESS));
  }

  private void addSeenCodes(Facts facts, JobWindow window, List<Evidence> found) {
    List<SeenCode> seen = facts.value(BackupFacts.SEEN_CODES);
    for (SeenCode code : seen == null ? List.<SeenCode>of() : seen) {
      if (codes.contains(code.code()) && window.contains(code.at())) {
        found.add(
            Evidence.of(
                    BackupFacts.SEEN_CODES,
                    Phrase.of("evidence.network.code-agrees", "code", code.code()))
                .withExcerpt(code.excerpt())
                .withPlace(code.where(), 0)
                .withTime(code.at()));
      }
    }
  }
}
