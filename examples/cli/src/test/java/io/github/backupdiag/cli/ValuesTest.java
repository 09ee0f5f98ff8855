package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "10s,PT10S", "2m,PT2M", "1h,PT1H", "24h,PT24H"})
  void readsDurations(String text, Duration time) {
    assertThat(Values.duration(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", "10", "0s", "-1s", "1.5s", "10 s", "10S", "25h", "9999999999s", "١s"})
  void refusesOtherDurations(String text) {
    assertThat(Values.duration(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "KO,ko",
    "ja,ja",
    "de,de",
    "zh-Hant,zh-Hant",
    "zh-hant,zh-Hant",
    "zh-TW,zh-Hant",
    "zh-hk,zh-Hant"
  })
  void readsLanguages(String tag, String language) {
    assertThat(Values.language(tag).toLanguageTag()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zh", "zh-CN", "kr", "fr", "en-"})
  void refusesOtherLanguages(String tag) {
    assertThat(Values.language(tag)).isNull();
  }

  @Test
  void readsTimesWithTheirZone() {
    Instant time = Instant.parse("2026-03-14T02:16:10Z");
    assertThat(Values.time("2026-03-14T02:16:10Z")).isEqualTo(time);
    assertThat(Values.time("2026-03-14T11:16:10+09:00")).isEqualTo(time);
    assertThat(Values.time("2026-03-14T02:16:10")).isNull();
  }
}
