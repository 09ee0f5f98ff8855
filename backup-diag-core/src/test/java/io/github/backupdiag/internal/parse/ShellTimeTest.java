package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTimeTest {

  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sat Mar 14 02:15:40 UTC 2026- python version unknown | 2026-03-14T02:15:40Z",
        "Sat Mar  4 02:15:40 UTC 2026- x | 2026-03-04T02:15:40Z",
        "Thu May 21 05:04:31 PM UTC 2026- x | 2026-05-21T17:04:31Z",
        "Thu May 21 12:04:31 AM UTC 2026- x | 2026-05-21T00:04:31Z",
        "Thu 21 May 2026 05:04:31 PM UTC- x | 2026-05-21T17:04:31Z",
        "Sat Mar 14 02:15:40 CET 2026- x | 2026-01-01T00:00:00Z",
        "Sa Mär 14 02:15:40 UTC 2026- x | 2026-01-01T00:00:00Z",
        "Sam Okt 14 02:15:40 UTC 2026- x | 2026-01-01T00:00:00Z",
        "Sat Feb 30 02:15:40 UTC 2026- x | 2026-01-01T00:00:00Z",
        "no time at all | 2026-01-01T00:00:00Z",
      })
  void readsUtcInEnglishAndNothingElse(String line, Instant time) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

    assertThat(LogTime.of(bytes, 0, bytes.length, LogTime.Style.SHELL, BEFORE)).isEqualTo(time);
  }
}
