package io.github.backupdiag.internal.event;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.Cause;
import io.github.backupdiag.catalog.ErrorCode;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges one cause by entries of the Windows event logs. Inside the window of the job an event that
 * proves confirms as likely; one that suggests does so only if a code of the failure has this
 * cause, too. An event without a time needs such a code always, and says nothing of the time.
 * Harmless ones and those of other times do not count.
 */
public final class EventDiagnostic implements Diagnostic {

  private final Catalog catalog;
  private final DiagnosticDescriptor descriptor;
  private final List<EventMeaning> meanings;

  private EventDiagnostic(Catalog catalog, Cause cause, List<EventMeaning> meanings) {
    this.catalog = catalog;
    this.meanings = meanings;
    this.descriptor =
        DiagnosticDescriptor.of("core.event/" + cause.id(), cause.id())
            .helpful(
                WindowsFacts.EVENTS,
                BackupFacts.MATCHES,
                BackupFacts.SEEN_CODES,
                BackupFacts.WINDOW)
            .on(GuestOs.Family.WINDOWS)
            .corroborating()
            .checks(
                meanings.stream()
                    .map(EventMeaning::check)
                    .filter(cause.checks()::contains)
                    .distinct()
                    .sorted()
                    .toArray(String[]::new));
  }

  /**
   * Makes the rules of all causes that events point to.
   *
   * @param catalog causes and codes
   * @return one rule per cause that the catalog knows, in alphabetical order
   */
  public static List<Diagnostic> forAll(Catalog catalog) {
    List<Diagnostic> rules = new ArrayList<>();
    for (Map.Entry<String, List<EventMeaning>> entry : KnownEvents.all().byCause().entrySet()) {
      Cause cause = catalog.cause(entry.getKey());
      if (cause != null) {
        rules.add(new EventDiagnostic(catalog, cause, entry.getValue()));
      }
    }
    return rules;
  }

  @Override
  public DiagnosticDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<WindowsEvent> proofs = events(facts, EventMeaning.Weight.PROVES);
    List<WindowsEvent> timed =
        proofs.stream()
            .filter(event -> EventEvidence.moment(facts, event) == Moment.AT_FAILURE)
            .toList();
    List<WindowsEvent> suggestions = new ArrayList<>(proofs);
    suggestions.addAll(events(facts, EventMeaning.Weight.SUGGESTS));
    List<Evidence> codes = AgreeingCodes.in(facts, this::agrees);
    if (!timed.isEmpty()) {
      return confirmed(Moment.AT_FAILURE, EventEvidence.of(timed), codes);
    }
    if (!suggestions.isEmpty() && !codes.isEmpty()) {
      return confirmed(
          EventEvidence.best(facts, suggestions), EventEvidence.of(suggestions), codes);
    }
    List<WindowsEvent> hints = events(facts, EventMeaning.Weight.HINTS);
    if (suggestions.isEmpty() && hints.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.no-event"));
    }
    return suggestions.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.event-hints")).hinting(EventEvidence.of(hints))
        : Verdict.inconclusive(Phrase.of("because.event-alone"))
            .hinting(EventEvidence.of(suggestions));
  }

  private static Verdict confirmed(Moment moment, List<Evidence> events, List<Evidence> codes) {
    List<Evidence> all = new ArrayList<>(events);
    all.addAll(codes);
    return Verdict.likely(moment.when(), all.toArray(Evidence[]::new));
  }

  private List<WindowsEvent> events(Facts facts, EventMeaning.Weight weight) {
    List<EventMeaning> counting =
        meanings.stream()
            .filter(meaning -> meaning.weight() == weight && isOftenEnough(facts, meaning))
            .toList();
    return EventEvidence.in(
        facts, event -> counting.stream().anyMatch(meaning -> meaning.pattern().fits(event)));
  }

  private static boolean isOftenEnough(Facts facts, EventMeaning meaning) {
    return meaning.times() == 1
        || EventEvidence.in(facts, meaning.pattern()::fits).size() >= meaning.times();
  }

  private boolean agrees(String code) {
    ErrorCode known = catalog.code(code);
    return known != null && known.causes().contains(descriptor.cause());
  }
}
