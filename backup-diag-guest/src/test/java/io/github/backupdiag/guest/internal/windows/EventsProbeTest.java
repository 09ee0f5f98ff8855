package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.tester;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsEvents;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.guestaccess.CommandOutput;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Entries of the event logs, as {@code wevtutil} gives them. */
class EventsProbeTest {

  private static final Path KNOWN =
      Path.of("..", "backup-diag-core", "src", "main", "resources")
          .resolve("io/github/backupdiag/internal/event/known-events.tsv");
  private static final Instant FAILED = Instant.parse("2026-03-14T02:20:00.123Z");

  private static String event(String provider, int id, String time) {
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        + ("<Provider Name='" + provider + "'/><EventID Qualifiers='0'>" + id + "</EventID>")
        + ("<TimeCreated SystemTime='" + time + "'/><Channel>Application</Channel></System>")
        + "<EventData><Data>0x800423f2, Zeit\u00fcberschreitung</Data></EventData></Event>\r\n";
  }

  private static FakeGuest quiet() {
    FakeGuest guest = FakeGuest.live();
    EventQuery.ALL.forEach(query -> answer(guest, query.question(null), 0, ""));
    return guest;
  }

  private static FakeGuest answer(
      FakeGuest guest, Question<CommandOutput> query, int status, String text) {
    byte[] printed = text.getBytes(StandardCharsets.UTF_16LE);
    return guest.answer(query, new CommandOutput(status, printed, new byte[0], true));
  }

  private static Question<CommandOutput> first() {
    return EventQuery.ALL.get(0).question(null);
  }

  @Test
  void areReadInTheirOrderOfTime() {
    String both =
        event("VSS", 8229, "2026-03-14T02:15:44.1234567Z")
            + event("VSS", 12298, "2026-03-14T02:15:40Z");
    WindowsEvents events =
        value(WindowsFacts.EVENTS, look(new EventsProbe(), answer(quiet(), first(), 0, both)));

    assertThat(events.events()).extracting(WindowsEvent::id).containsExactly(12298, 8229);
    assertThat(events.events().get(1).holds("Zeit\u00fcberschreitung")).isTrue();
    assertThat(events.newest()).isEqualTo("2026-03-14T02:15:44.123456700Z");
    assertThat(events.complete()).isTrue();
  }

  @Test
  void noneIsNoEvidence() {
    WindowsEvents events = value(WindowsFacts.EVENTS, look(new EventsProbe(), quiet()));

    assertThat(events.events()).isEmpty();
    assertThat(events.complete()).isFalse();
  }

  @Test
  void aLogThatGivesNoAnswerInTimeIsNotClean() {
    FakeGuest hanging = quiet();
    EventQuery.ALL.forEach(
        query ->
            hanging.answer(
                query.question(null),
                new Unavailable<CommandOutput>(UnavailableReason.TIMED_OUT, "wevtutil.exe")));
    look(new EventsProbe(), hanging)
        .expectUnavailable(WindowsFacts.EVENTS, UnavailableReason.TIMED_OUT);
    look(new EventsProbe(), answer(quiet(), first(), 5, ""))
        .expectUnavailable(WindowsFacts.EVENTS, UnavailableReason.NOT_PERMITTED);
    look(new EventsProbe(), answer(quiet(), first(), 15001, ""))
        .expectUnavailable(WindowsFacts.EVENTS, UnavailableReason.FAILED);
  }

  @Test
  void whatOneLogSaysCountsThoughAnotherIsClosed() {
    FakeGuest guest = answer(quiet(), first(), 0, event("VSS", 8229, "2026-03-14T02:15:44Z"));
    answer(guest, EventQuery.ALL.get(3).question(null), 5, "");

    WindowsEvents events = value(WindowsFacts.EVENTS, look(new EventsProbe(), guest));
    assertThat(events.events()).hasSize(1);
    assertThat(events.complete()).isFalse();
  }

  @Test
  void aLogOfAFeatureThatIsNotThereIsNothingMissing() {
    FakeGuest guest = answer(quiet(), first(), 0, event("VSS", 8229, "2026-03-14T02:15:44Z"));
    EventQuery.ALL.stream()
        .filter(query -> !query.isOfEveryGuest())
        .forEach(query -> answer(guest, query.question(null), 15007, ""));

    assertThat(value(WindowsFacts.EVENTS, look(new EventsProbe(), guest)).complete()).isTrue();
  }

  @Test
  void asManyAsWereAskedForMayNotBeAll() {
    String many = event("VSS", 8229, "2026-03-14T02:15:44Z").repeat(EventQuery.MOST);

    WindowsEvents events =
        value(WindowsFacts.EVENTS, look(new EventsProbe(), answer(quiet(), first(), 0, many)));
    assertThat(events.events()).hasSize(EventQuery.MOST);
    assertThat(events.complete()).isFalse();
  }

  @Test
  void areThoseOfTheTimeOfTheFailure() {
    FakeGuest guest = FakeGuest.live();
    tester(new EventsProbe(), guest)
        .given(BackupFacts.FAILED_AT, FAILED)
        .observe()
        .expectAccessNeedsComplete();

    assertThat(guest.asked()).contains(EventQuery.ALL.get(0).question(FAILED));
    assertThat(((Question.Command) EventQuery.ALL.get(2).question(FAILED)).argv())
        .containsExactly(
            "wevtutil.exe",
            "qe",
            "Application",
            "/q:*[System[(EventID=3041 or EventID=18210) and"
                + " TimeCreated[@SystemTime>='2026-03-14T00:20:00Z'"
                + " and @SystemTime<='2026-03-14T02:35:00Z']]]",
            "/f:xml",
            "/rd:true",
            "/c:200",
            "/uni:true");
  }

  /** Windows writes event 243 once in a session, perhaps hours before anything fails. */
  @Test
  void thoseOfTheDesktopHeapAreAskedForSinceLastWeekWithTheStartsOfTheMachine() {
    List<String> argv =
        ((Question.Command) EventQuery.ALL.get(EventQuery.ALL.size() - 1).question(FAILED)).argv();

    assertThat(argv.get(3))
        .contains("EventID=243 ", "EventID=6005", "@SystemTime>='2026-03-07T02:20:00Z'");
  }

  @Test
  void queriesStayBelowWhatWindowsTakes() {
    for (EventQuery query : EventQuery.ALL) {
      List<String> argv = ((Question.Command) query.question(FAILED)).argv();
      assertThat(argv.get(3).split(" or | and ", -1)).hasSizeLessThanOrEqualTo(20);
      assertThat(argv).noneMatch(word -> word.contains("\""));
    }
  }

  /** The log of audits is left out: it is huge, and only administrators may read it. */
  @Test
  void askForEveryEventThatTheRulesKnow() throws Exception {
    for (String line : Files.readAllLines(KNOWN)) {
      String[] row = line.split("\t", -1);
      boolean counts = !line.startsWith("#") && !row[0].equals("harmless");
      if (counts && !row[1].equals("Microsoft-Windows-Security-Auditing")) {
        for (String id : row[2].split(",", -1)) {
          assertThat(EventQuery.ALL).as(line).anyMatch(query -> asksFor(query, row[1], id));
        }
      }
    }
  }

  private static boolean asksFor(EventQuery query, String provider, String id) {
    boolean channel =
        query.isOfEveryGuest()
            || query.channel().startsWith(provider)
            || query.channel().equals(provider);
    return channel
        && !query.not().contains(Integer.valueOf(id))
        && (query.ids().isEmpty() || query.ids().contains(Integer.valueOf(id)))
        && (query.providers().isEmpty()
            || query.providers().stream().anyMatch(provider::equalsIgnoreCase));
  }
}
