package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event 25",
        "Event ID: 8229",
        "event code = 8229",
        "Ereignis 25",
        "Ereigniskennung-Nr 25",
        "Ereignis-Meldung 25",
        "événement 25",
        "事件 25",
        "이벤트(25)",
        "VSS 8193",
        "CAPI2 513",
        "volsnap#25",
        "app_event 25",
        "event ---- 25",
        "id5"
      })
  void mayNameAnEvent(String text) {
    assertThat(NumberedWords.mayName(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25",
        "25 events",
        "the year 2031",
        "event; 25",
        "event of 25",
        "event ------ 25",
        "an event",
        "size 5",
        "a_25",
        ": 25"
      })
  void namesNone(String text) {
    assertThat(NumberedWords.mayName(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 100_000})
  void looksOnlyAtTheEndOfALongWord(int length) {
    String word = "x".repeat(length);

    assertThat(NumberedWords.mayName(word + "event 7")).isTrue();
    assertThat(NumberedWords.mayName("event" + "x".repeat(30 + length) + " 7")).isFalse();
  }
}
