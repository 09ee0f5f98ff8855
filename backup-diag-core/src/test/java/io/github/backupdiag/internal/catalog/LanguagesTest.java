package io.github.backupdiag.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB, en",
    "ko-KR, ko",
    "pt-BR, pt",
    "zh-TW, zh-Hant",
    "zh-HK, zh-Hant",
    "zh-MO, zh-Hant",
    "zh-Hant, zh-Hant",
    "zh-Hant-CN, zh-Hant",
    "zh-CN, zh-Hans",
    "zh-SG, zh-Hans",
    "zh-Hans-TW, zh-Hans",
    "zh, zh-Hans",
    "und, en",
  })
  void keepsWordsByLanguageAndChineseByScript(String locale, String tag) {
    assertThat(Languages.tag(Locale.forLanguageTag(locale))).isEqualTo(tag);
  }

  @Test
  void takesTheLocaleOfNobodyForEnglish() {
    assertThat(Languages.tag(Locale.ROOT)).isEqualTo(Languages.ENGLISH);
  }
}
