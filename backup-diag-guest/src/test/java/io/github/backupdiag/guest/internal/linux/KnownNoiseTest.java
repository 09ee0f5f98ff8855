package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guest.samples.KnownNoiseLines;
import io.github.backupdiag.guest.samples.KnownNoiseLines.Sample;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that the agent's own authors pass over are no events. */
class KnownNoiseTest {

  private static final String STILL =
      "2026-03-14T05:00:00.1Z ERROR ExtHandler ExtHandler Fetching the goal state is still failing: x\n";
  private static final String RECOVERED =
      "2026-03-14T04:00:00.1Z INFO ExtHandler ExtHandler Fetching the goal state recovered from"
          + " previous errors. Fetched x\n";

  static List<Sample> samples() {
    return KnownNoiseLines.all();
  }

  @Test
  void thereAreThirtyNineRules() {
    assertThat(KnownNoiseLines.all())
        .extracting(Sample::number)
        .hasSize(39)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachAloneIsNoEvent(Sample sample) {
    assertThat(events(sample.text(), sample)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void allTogetherAreNoEventsWhereTheyAreNoise(Sample where) {
    String all =
        KnownNoiseLines.all().stream()
            .filter(sample -> sample.id().isEmpty() || sample.osRelease().equals(where.osRelease()))
            .map(Sample::text)
            .collect(Collectors.joining());
    assertThat(events(all, where)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {26, 32})
  void noiseOfOneDistributionCountsOnAnother(int number) {
    assertThat(events(sample(number).text(), sample(1))).isNotEmpty();
  }

  @Test
  void anotherLevelOrThreadIsNoNoise() {
    String fetch = sample(5).text();
    assertThat(events(fetch.replace("Z WARNING ", "Z ERROR "), sample(5))).isNotEmpty();
    assertThat(events(fetch.replace(" ExtHandler ExtHandler ", " Daemon Daemon "), sample(5)))
        .isNotEmpty();
  }

  @Test
  void theSixthOfADayIsAFinding() {
    String reset = sample(16).text();
    assertThat(events(reset.repeat(5), sample(16))).isEmpty();
    assertThat(events(reset.repeat(6), sample(16)))
        .filteredOn(event -> event.signature().equals("wa-errno-104"))
        .hasSize(6);
    assertThat(events(reset.repeat(3) + reset.replace("-14T", "-18T").repeat(3), sample(16)))
        .isEmpty();
  }

  @Test
  void aFailureThatPersistsIsAFinding() {
    for (int number : new int[] {11, 12, 13, 14, 15, 16, 18}) {
      Sample sample = sample(number);
      assertThat(lines(sample.text() + STILL, sample)).contains(1L);
      assertThat(lines(sample.text() + RECOVERED + STILL, sample)).doesNotContain(1L);
      assertThat(lines(sample.text() + RECOVERED, sample)).doesNotContain(1L);
      assertThat(lines(STILL + sample.text(), sample)).doesNotContain(2L);
      assertThat(lines(sample.text() + STILL.replace("-14T", "-15T"), sample)).doesNotContain(1L);
    }
  }

  @Test
  void aDownloadThatFailsInTheEndIsAFinding() {
    String end =
        "2026-03-14T02:20:00.1Z ERROR ExtHandler ExtHandler Failed to download the extension\n";
    assertThat(lines(sample(5).text() + end, sample(5))).contains(1L);
    assertThat(lines(sample(17).text() + end, sample(17))).contains(1L);
  }

  @Test
  void aLogCollectorThatNeverEndsWellIsAFinding() {
    Sample sample = sample(28);
    String first = sample.text().substring(0, sample.text().indexOf('\n') + 1);
    assertThat(events(first, sample)).isNotEmpty();
  }

  @Test
  void whatProvesIsNeverNoise() {
    String line =
        "2026-03-14T02:15:09Z WARNING ExtHandler ExtHandler Dhcp client is not running. Agent"
            + " restarted more than 3 times in 300 seconds\n";
    assertThat(events(line, sample(1)))
        .extracting(LogEvent::signature)
        .containsExactly("wa-restart-more");
  }

  @Test
  void noiseOfALineHidesNoOtherLineOfItsRecord() {
    String record =
        """
        2026-03-14T02:15:09Z WARNING ExtHandler ExtHandler Dhcp client is not running.
        OSError: [Errno 28] No space left on device
        """;
    assertThat(lines(record, sample(1))).containsExactly(2L);
  }

  private static Sample sample(int number) {
    return KnownNoiseLines.all().get(number - 1);
  }

  private static List<Long> lines(String log, Sample sample) {
    return events(log, sample).stream().map(LogEvent::line).distinct().toList();
  }

  private static List<LogEvent> events(String log, Sample on) {
    FactKey<LogEvents> key = GuestFacts.AGENT_LOG;
    var observations =
        ProbeTester.of(new AgentLogProbe())
            .connect(GuestConnection.class, FakeGuest.copy().file("/var/log/waagent.log", log))
            .given(
                GuestFacts.OS,
                new GuestOs(
                    GuestOs.Family.LINUX,
                    on.id().isEmpty() ? "debian" : on.id(),
                    on.version(),
                    List.of(),
                    ""))
            .observe()
            .observations();
    return observations.get(key) instanceof Observed<LogEvents> seen
        ? seen.value().events()
        : List.of();
  }
}
