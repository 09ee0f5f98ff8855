package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are off, change with the season or say nothing of the year. */
class TimesOfLinesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String WRONG = " vm chronyd[5]: System clock wrong by 400.5 seconds";
  private static final String TOLD = "  Date and time extracted from pre-snapshot request: ";

  @ParameterizedTest
  @CsvSource({
    "Mar 29 01:59:59, 2026-03-29T00:59:59Z",
    "Mar 29 02:30:00, 2026-03-29T01:30:00Z", // an hour that is not there
    "Mar 29 03:00:00, 2026-03-29T01:00:00Z",
    "Oct 25 01:59:59, 2026-10-24T23:59:59Z",
    "Oct 25 02:30:00, 2026-10-25T00:30:00Z", // an hour that is there twice
    "Oct 25 03:00:00, 2026-10-25T02:00:00Z",
    "Jan  1 00:30:00, 2025-12-31T23:30:00Z"
  })
  void readsLocalTimesByTheZoneOfTheGuest(String stamp, Instant time) {
    Instant known =
        Instant.parse(
            time.isBefore(Instant.parse("2026-01-01T00:00:00Z"))
                ? "2026-01-02T00:00:00Z"
                : "2026-10-26T00:00:00Z");

    assertThat(chrony(stamp + WRONG, BERLIN, known))
        .extracting(ClockOffset::at)
        .containsExactly(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T00:05:00Z, Dec 31 23:59:50, 2025-12-31T23:59:50Z",
    "2025-12-31T23:59:00Z, Dec 31 23:58:50, 2025-12-31T23:58:50Z",
    "2024-03-01T00:00:00Z, Feb 29 12:00:00, 2024-02-29T12:00:00Z",
    "2106-02-07T06:28:15Z, Feb  7 06:28:00, 2106-02-07T06:28:00Z",
    "1970-01-02T00:00:00Z, Jan  1 00:00:00, 1970-01-01T00:00:00Z"
  })
  void takesTheYearFromAKnownTime(Instant known, String stamp, Instant time) {
    assertThat(chrony(stamp + WRONG, ZoneOffset.UTC, known))
        .extracting(ClockOffset::at)
        .containsExactly(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Feb 29 12:00:00",
        "Feb 30 12:00:00",
        "Foo  1 12:00:00",
        "Mar  1 24:00:00",
        "12:00:00"
      })
  void guessesNoTimeThatCannotBe(String stamp) {
    assertThat(chrony(stamp + WRONG, ZoneOffset.UTC, Instant.parse("2026-10-26T00:00:00Z")))
        .extracting(ClockOffset::at)
        .containsExactly((Instant) null);
  }

  @Test
  void guessesNoYear() {
    assertThat(chrony("Mar  1 12:00:00" + WRONG, ZoneOffset.UTC, null))
        .extracting(ClockOffset::at)
        .containsExactly((Instant) null);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14T02:15:00+01:00, 2026-03-14T01:15:00Z",
    "2026-03-14T02:15:00.5Z, 2026-03-14T02:15:00.500Z",
    "2026-03-14T02:15:00-11:30, 2026-03-14T13:45:00Z"
  })
  void takesTheZoneThatALineNames(String stamp, Instant time) {
    assertThat(chrony(stamp + WRONG, BERLIN, null))
        .extracting(ClockOffset::at)
        .containsExactly(time);
  }

  @Test
  void keepsTheOrderOfTheFileWhereTimesGoBack() {
    assertThat(
            chrony(
                "Oct 25 02:50:00"
                    + WRONG
                    + "\nOct 25 02:10:00"
                    + WRONG
                    + "\nOct 24 12:00:00"
                    + WRONG,
                BERLIN,
                Instant.parse("2026-10-26T00:00:00Z")))
        .extracting(ClockOffset::line)
        .containsExactly(1L, 2L, 3L);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14 02:15:52, 2026-03-14T02:15:50, 2",
    "2026-03-14 02:15:52, 2026-03-14T05:15:52, -10800",
    "1970-01-01 00:00:10, 2026-03-14T00:00:10, -1773446400",
    "2106-02-07 06:28:15, 2026-03-14T06:28:15, 2521497600",
    "9999-12-31 23:59:59, 0001-01-01T00:00:00, 315537897599"
  })
  void measuresTheGuestAgainstTheHost(String guest, String host, long ahead) {
    assertThat(ClockLines.extension(FileContent.of("/e", guest + TOLD + host + "Z\n")))
        .extracting(ClockOffset::ahead)
        .containsExactly(Duration.ofSeconds(ahead));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13-14T02:15:50Z", "2026-02-30T02:15:50Z", "soon", ""})
  void measuresNothingAgainstATimeThatCannotBe(String host) {
    assertThat(ClockLines.extension(FileContent.of("/e", "2026-03-14 02:15:52" + TOLD + host)))
        .isEmpty();
  }

  @Test
  void keepsTheNewestOfManyLines() {
    String many =
        String.join(
            "\n", IntStream.range(0, 5000).mapToObj(i -> "Mar  1 12:00:00" + WRONG).toList());
    List<ClockOffset> found = chrony(many, ZoneOffset.UTC, null);

    assertThat(found).hasSizeLessThan(1000);
    assertThat(found.get(found.size() - 1).line()).isEqualTo(5000);
  }

  @Test
  void knowsNoLineOfAPartOfALog() {
    byte[] end = ("Mar  1 12:00:00" + WRONG).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThat(
            ClockLines.system(
                new FileContent("/s", end, 77, 77 + end.length, null), ZoneOffset.UTC, null))
        .extracting(ClockOffset::line)
        .containsExactly(0L);
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "2106-02-07T06:28:16Z, 2106-02-07T06:28:16Z",
    "2026-03-14T02:15:00Z, 2026-03-14T02:15:00Z"
  })
  void readsTheNewestOfTimesThatGoBack(String newest, Instant time) {
    String before = "1969-12-31T23:59:59Z a\n";

    assertThat(ClockLines.newest(FileContent.of("/l", before + newest + " b\n" + before + "c\n")))
        .isEqualTo(time);
  }

  private static List<ClockOffset> chrony(String log, ZoneId zone, @Nullable Instant known) {
    return ClockLines.system(FileContent.of("/s", log), zone, known);
  }
}
