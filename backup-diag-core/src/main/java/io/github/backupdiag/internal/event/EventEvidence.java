package io.github.backupdiag.internal.event;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Events that count for the failed job: neither harmless nor of another time. */
public final class EventEvidence {

  private static final int MOST = 3;

  private EventEvidence() {}

  /**
   * Finds events.
   *
   * @param facts with {@code EVENTS} and {@code WINDOW} declared
   * @param wanted which events
   * @return in their order, may be empty
   */
  public static List<WindowsEvent> in(Facts facts, Predicate<WindowsEvent> wanted) {
    WindowsEvents events = facts.value(WindowsFacts.EVENTS);
    return events == null
        ? List.of()
        : events.events().stream()
            .filter(wanted)
            .filter(event -> moment(facts, event) != Moment.OUTSIDE)
            .filter(event -> !KnownEvents.all().isHarmless(event))
            .toList();
  }

  /**
   * Tells when an event was written.
   *
   * @param facts with {@code WINDOW} declared
   * @param event the event
   * @return its place by the window of the job
   */
  public static Moment moment(Facts facts, WindowsEvent event) {
    return Moment.of(event.time(), facts.value(BackupFacts.WINDOW));
  }

  /**
   * Tells when the best of some events was written.
   *
   * @param facts with {@code WINDOW} declared
   * @param events the events
   * @return at the failure if one of them was
   */
  public static Moment best(Facts facts, List<WindowsEvent> events) {
    return events.stream()
        .map(event -> moment(facts, event))
        .min(java.util.Comparator.naturalOrder())
        .orElse(Moment.OUTSIDE);
  }

  /**
   * Makes evidence of events.
   *
   * @param events in their order
   * @return of the first and the newest, at most three
   */
  public static List<Evidence> of(List<WindowsEvent> events) {
    return of(events, "evidence.windows-event");
  }

  /**
   * Makes evidence of events.
   *
   * @param events in their order
   * @param phrase id of a sentence with {@code id} and {@code provider}
   * @return of the first and the newest, at most three
   */
  public static List<Evidence> of(List<WindowsEvent> events, String phrase) {
    return firstAndNewest(events).stream()
        .map(
            event ->
                Evidence.of(
                        WindowsFacts.EVENTS,
                        Phrase.of(
                            phrase, "id", String.valueOf(event.id()), "provider", event.provider()))
                    .withExcerpt(event.text())
                    .withPlace(event.source(), event.line())
                    .withTime(event.time()))
        .toList();
  }

  /** What began it stands first; what follows are often its consequences. */
  private static List<WindowsEvent> firstAndNewest(List<WindowsEvent> events) {
    if (events.size() <= MOST) {
      return events;
    }
    List<WindowsEvent> chosen = new ArrayList<>(events.subList(0, 1));
    chosen.addAll(events.subList(events.size() - MOST + 1, events.size()));
    return chosen;
  }
}
