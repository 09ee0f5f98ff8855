package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.tester;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guest.internal.eventlog.EventLogWriter;
import io.github.backupdiag.guest.internal.eventlog.EventLogWriter.Entry;
import io.github.backupdiag.testkit.FakeGuest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Event logs of a copied disk. */
class EventFilesTest {

  private static final Instant NIGHT = Instant.parse("2026-03-14T02:15:44Z");
  private static final String LOGS = "C:/Windows/System32/winevt/Logs/";

  @Test
  void giveWhatTheQueriesAskForInTheOrderOfTime() {
    FakeGuest guest =
        FakeGuest.copy()
            .file(
                LOGS + "Application.evtx",
                EventLogWriter.write(
                    List.of(
                        entry("Application", "VSS", 8229, 10),
                        entry("Application", "Outlook", 27, 11))))
            .file(
                LOGS + "System.evtx",
                EventLogWriter.write(
                    List.of(
                        entry("System", "volsnap", 36, 5),
                        entry("System", "Service Control Manager", 7036, 6))));
    WindowsEvents events = value(WindowsFacts.EVENTS, look(new EventsProbe(), guest));

    assertThat(events.events()).extracting(WindowsEvent::id).containsExactly(36, 8229);
    assertThat(events.events().get(1).source()).isEqualTo(LOGS + "Application.evtx");
    assertThat(events.events().get(1).line()).isZero();
    assertThat(events.newest()).isEqualTo(NIGHT.plusSeconds(10));
    assertThat(events.complete()).isTrue();
  }

  @Test
  void takeTheDayBeforeTheNewestEntryWithoutATimeOfFailure() {
    long day = Duration.ofDays(1).toSeconds();
    FakeGuest guest = both(entry("Application", "VSS", 1, -day - 1), entry("x", "VSS", 2, 0));

    assertThat(value(WindowsFacts.EVENTS, look(new EventsProbe(), guest)).events())
        .extracting(WindowsEvent::id)
        .containsExactly(2);
  }

  @Test
  void takeTheTimeOfTheFailure() {
    FakeGuest guest =
        both(
            entry("Application", "VSS", 1, -8000),
            entry("Application", "VSS", 2, 0),
            entry("Application", "VSS", 3, 1000));

    assertThat(
            value(
                    WindowsFacts.EVENTS,
                    tester(new EventsProbe(), guest).given(BackupFacts.FAILED_AT, NIGHT).observe())
                .events())
        .extracting(WindowsEvent::id)
        .containsExactly(2);
  }

  @Test
  void sayThatThereWereMoreThanAreRead() {
    List<Entry> many = Collections.nCopies(201, entry("Application", "VSS", 8229, 0));
    FakeGuest guest =
        both().file(LOGS + "Application.evtx", EventLogWriter.write(many.subList(0, 100), many));

    WindowsEvents events = value(WindowsFacts.EVENTS, look(new EventsProbe(), guest));

    assertThat(events.events()).hasSize(200);
    assertThat(events.complete()).isFalse();
  }

  @Test
  void areNotCompleteWithoutOneThatEveryGuestHas() {
    FakeGuest guest =
        FakeGuest.copy()
            .file(
                LOGS + "Application.evtx",
                EventLogWriter.write(List.of(entry("Application", "VSS", 8229, 0))))
            .file(LOGS + "System.evtx", "no log");

    assertThat(value(WindowsFacts.EVENTS, look(new EventsProbe(), guest)).complete()).isFalse();
  }

  @Test
  void areNotKnownWithoutFiles() {
    look(new EventsProbe(), FakeGuest.copy())
        .expectUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_RECORDED);
    look(new EventsProbe(), FakeGuest.copy().file(LOGS + "System.evtx", "x").denied("C:/"))
        .expectUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_PERMITTED);
  }

  private static FakeGuest both(Entry... application) {
    return FakeGuest.copy()
        .file(LOGS + "Application.evtx", EventLogWriter.write(List.of(application)))
        .file(
            LOGS + "System.evtx",
            EventLogWriter.write(List.of(entry("System", "Service Control Manager", 7036, 0))));
  }

  private static Entry entry(String channel, String provider, int id, long seconds) {
    return new Entry(channel, provider, id, NIGHT.plusSeconds(seconds), List.of("x"));
  }
}
