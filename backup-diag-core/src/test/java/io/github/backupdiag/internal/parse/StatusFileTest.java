package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.ExtensionStatus.Reading;
import io.github.backupdiag.guestaccess.FileContent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusFileTest {

  private static final Instant AT = Instant.parse("2026-03-14T02:16:10Z");

  private static ExtensionStatus parse(String text) {
    return StatusFile.parse(FileContent.of("/s/21.status", text), "1.0.9235.0", 21);
  }

  private static Outcome outcome(String text) {
    ExtensionStatus status = parse(text);
    assertThat(status.reading()).isEqualTo(Reading.READ);
    return status.outcome();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 121, 316, 761})
  void takesTheCodeFromInsideWhateverTheWordOutside(int code) {
    String text = SampleTexts.status(code, "error", AT, "freeze failed");

    assertThat(text).contains("\"status\": \"success\"");
    assertThat(outcome(text).code()).isEqualTo(code);
    assertThat(outcome(text).word()).isEqualTo("error");
    assertThat(outcome(text).message()).isEqualTo("freeze failed");
    assertThat(parse(text).at()).isEqualTo(AT);
  }

  @Test
  void takesTheCodeFromOutsideWhereTheInsideIsCut() {
    String text =
        """
        [{"timestampUTC": "2026-03-14T02:16:10Z", "status": {"status": "error", "code": 122,
          "formattedMessage": {"message": "plain text of old versions"},
          "substatus": [{"name": "[{\\"status\\": {\\"sta ... [TRUNCATED]"}]}}]
        """;

    assertThat(outcome(text).code()).isEqualTo(122);
    assertThat(outcome(text).message()).isEqualTo("plain text of old versions");
  }

  @Test
  void readsAnObjectInPlaceOfAnArrayAndATextInPlaceOfANumber() {
    assertThat(outcome("{\"status\": {\"code\": \"4\"}}").code()).isEqualTo(4);
    assertThat(outcome("\uFEFF[{\"status\": {\"code\": 4}}]\0\0").code()).isEqualTo(4);
  }

  @Test
  void readsWhatStandsBeforeACut() {
    assertThat(outcome("[{\"status\": {\"code\": 2, \"formattedMe").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0\0\0",
        "{}",
        "[]",
        "[{\"status\": {}}]",
        "<html>",
        "[{\"status\": {\"code\": \"x\"}}]"
      })
  void isUnreadableWithoutACode(String text) {
    assertThat(parse(text).reading()).isEqualTo(Reading.UNREADABLE);
    assertThat(parse(text).outcome()).isNull();
  }

  @Test
  void countsDisksAlsoWhereFlagsAreTexts() {
    String inner =
        "[{'status': {'code': 2, 'snapshotInfo': [{'isSuccessful': true}, {'isSuccessful':"
            + " 'false'}, {'isSuccessful': false}]}}]";
    String text =
        "[{'status': {'code': 2, 'commandStartTimeUTCTicks': '639090513700000000',"
            + " 'substatus': [{'name': '"
            + inner.replace("'", "~")
            + "'}]}}]";
    Outcome outcome = outcome(text.replace('\'', '"').replace("~", "\\\""));

    assertThat(outcome.disks()).isEqualTo(3);
    assertThat(outcome.failedDisks()).isEqualTo(2);
    assertThat(outcome.commanded()).isEqualTo("2026-03-14T02:16:10Z");
  }

  @Test
  void takesTheAnswersOfTheHostFromTheMessage() {
    Outcome outcome =
        outcome(
            SampleTexts.status(
                76,
                "error",
                AT,
                "failed snapshotCreator=x, hostStatusCodePreSnapshot=200,"
                    + " hostStatusCodeDoSnapshot=556, "));

    assertThat(outcome.hostCheck()).isEqualTo(200);
    assertThat(outcome.hostAnswer()).isEqualTo(556);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-14T02:16:10Z, true",
    "\\/Date(1773454570000)\\/, true",
    "/Date(1773454570000)/, true",
    "yesterday, false",
    "2026-13-14T02:16:10Z, false",
    "'', false",
  })
  void readsBothFormsOfATime(String text, boolean readable) {
    assertThat(StatusFile.time(text)).isEqualTo(readable ? AT : null);
  }

  @Test
  void takesAbsurdTicksForNone() {
    assertThat(Ticks.time(null)).isNull();
    assertThat(Ticks.time(0L)).isNull();
    assertThat(Ticks.time(Long.MAX_VALUE)).isNull();
    assertThat(Ticks.time(Long.MIN_VALUE)).isNull();
  }
}
