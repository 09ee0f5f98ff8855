package io.github.backupdiag.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.JobWindow.Basis;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of the failed job, whatever the clocks say. */
class DerivedFactsTest {

  private static final Instant NIGHT = Instant.parse("2026-03-14T02:15:00Z");

  @Test
  void spansWhatTheServiceTriesBeforeItGivesUp() {
    JobWindow window = window(FactSet.builder().observed(BackupFacts.FAILED_AT, NIGHT, "x"));

    assertThat(window.basis()).isEqualTo(Basis.FAILED_AT);
    assertThat(window.contains(NIGHT.minus(Duration.ofHours(2)))).isTrue();
    assertThat(window.contains(NIGHT.minus(Duration.ofHours(2)).minusMillis(1))).isFalse();
    assertThat(window.contains(NIGHT.plus(Duration.ofMinutes(15)))).isTrue();
    assertThat(window.contains(NIGHT.plus(Duration.ofMinutes(15)).plusMillis(1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "2106-02-07T06:28:15Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z"
      })
  void hasAWindowOfAnyTime(String time) {
    Instant at = Instant.parse(time);

    assertThat(window(FactSet.builder().observed(BackupFacts.FAILED_AT, at, "x")).contains(at))
        .isTrue();
    assertThat(window(FactSet.builder().observed(BackupFacts.CLOCK_NOW, at, "x")).contains(at))
        .isTrue();
    assertThat(window(logs(at, at)).contains(at)).isTrue();
  }

  @Test
  void whatHasNoTimeLiesInNoWindow() {
    assertThat(window(FactSet.builder().observed(BackupFacts.FAILED_AT, NIGHT, "x")).contains(null))
        .isFalse();
  }

  @Test
  void beginsWithTheNewestRunOfTheLastDay() {
    JobWindow window =
        window(
            logs(NIGHT, NIGHT.minusSeconds(300))
                .observed(BackupFacts.CLOCK_NOW, NIGHT.plusSeconds(7200), "x"));

    assertThat(window)
        .isEqualTo(
            new JobWindow(NIGHT.minusSeconds(300), NIGHT.plusSeconds(7200), Basis.NEWEST_RUN));
  }

  @ParameterizedTest
  @CsvSource({"-86400, NEWEST_RUN", "-86401, LAST_DAY", "0, NEWEST_RUN", "1, LAST_DAY"})
  void aRunOfTheFutureOrOfLongAgoIsNotTheFailedOne(long seconds, Basis basis) {
    JobWindow window =
        window(logs(NIGHT.plusSeconds(seconds), null).observed(BackupFacts.CLOCK_NOW, NIGHT, "x"));

    assertThat(window.basis()).isEqualTo(basis);
    assertThat(window.end()).isEqualTo(NIGHT);
  }

  @ParameterizedTest
  @CsvSource({"-600, -600", "-601, 0"})
  void logsOfOneRunBeginALittleApart(long other, long start) {
    JobWindow window =
        window(
            logs(NIGHT, NIGHT.plusSeconds(other))
                .observed(BackupFacts.CLOCK_NOW, NIGHT.plusSeconds(60), "x"));

    assertThat(window.start()).isEqualTo(NIGHT.plusSeconds(start));
  }

  @Test
  void trustsATimeInsideMoreThanTheClockOfTheReader() {
    FactSet facts =
        DerivedFacts.with(
            FactSet.builder()
                .observed(GuestFacts.NEWEST_TIME, NIGHT, "x")
                .observed(BackupFacts.CLOCK_NOW, NIGHT.plus(Duration.ofDays(900)), "x")
                .build());

    assertThat(facts.value(BackupFacts.REFERENCE_TIME)).isEqualTo(NIGHT);
    assertThat(facts.value(BackupFacts.WINDOW).start()).isEqualTo(NIGHT.minus(Duration.ofDays(1)));
  }

  @Test
  void takesTheNewestLineWithoutAClock() {
    assertThat(DerivedFacts.with(logs(NIGHT, null).build()).value(BackupFacts.REFERENCE_TIME))
        .isEqualTo(NIGHT);
  }

  @Test
  void hasNoWindowWithoutATime() {
    FactSet facts = DerivedFacts.with(FactSet.builder().build());

    assertThat(facts.value(BackupFacts.WINDOW)).isNull();
    assertThat(facts.value(BackupFacts.REFERENCE_TIME)).isNull();
    assertThat(DerivedFacts.without(facts).ids()).isEmpty();
  }

  private static JobWindow window(FactSet.Builder facts) {
    return DerivedFacts.with(facts.build()).value(BackupFacts.WINDOW);
  }

  private static FactSet.Builder logs(Instant agent, @Nullable Instant extension) {
    FactSet.Builder facts = FactSet.builder();
    facts.observed(GuestFacts.AGENT_LOG, log(agent), "x");
    return extension == null
        ? facts
        : facts.observed(GuestFacts.EXTENSION_LOG, log(extension), "x");
  }

  private static LogEvents log(Instant run) {
    return new LogEvents(List.of(), run, run, true);
  }
}
