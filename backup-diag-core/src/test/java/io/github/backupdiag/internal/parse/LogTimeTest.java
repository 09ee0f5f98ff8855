package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

  private static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "AGENT,2026-03-14T02:15:09.123456Z INFO x,2026-03-14T02:15:09.123456Z",
    "AGENT,2026-03-14T02:15:09Z INFO x,2026-03-14T02:15:09Z",
    "AGENT,2021/03/30 19:35:35.971742 INFO Daemon x,2021-03-30T19:35:35.971742Z",
    "EXTENSION,2026-03-14 02:15:41.204118 [x-1.0]y,2026-03-14T02:15:41.204118Z",
    "EXTENSION,2026-03-14 02:15:41 [x-1.0]y,2026-03-14T02:15:41Z",
    "EXTENSION,2026/03/14 02:15:52.529104  Info  y,2026-03-14T02:15:52.529104Z",
  })
  void readsUtc(LogTime.Style style, String line, Instant time) {
    assertThat(time(style, line)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "AGENT,2021/03/30 19:45:31 [Handler-1.0] text of an extension in local time",
    "EXTENSION,2017/11/14 03:06:52 [x-1.0]Python 2 writes local time",
    "EXTENSION,2026/03/14 02:15:41 ERROR:[x-1.0]so does the other way of writing",
    "AGENT,[stdout]",
    "AGENT,2026-03-1",
    "EXTENSION,  File \"main/handle.py\" line 1",
  })
  void lendsTheTimeOfTheRecordAbove(LogTime.Style style, String line) {
    assertThat(time(style, line)).isEqualTo(BEFORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-14T02:15:09.123456Z x",
        "2026-02-30T02:15:09Z x",
        "1970-01-01T00:00:09Z x",
      })
  void givesNoTimeToAnImpossibleOne(String line) {
    assertThat(time(LogTime.Style.AGENT, line)).isNull();
  }

  @Test
  void readsInsideLargerBytes() {
    byte[] bytes = "xx2026-03-14T02:15:09Z".getBytes(StandardCharsets.UTF_8);
    assertThat(LogTime.of(bytes, 2, bytes.length, LogTime.Style.AGENT, null))
        .isEqualTo(Instant.parse("2026-03-14T02:15:09Z"));
    assertThat(LogTime.of(bytes, 2, bytes.length - 1, LogTime.Style.AGENT, null)).isNull();
  }

  private static @Nullable Instant time(LogTime.Style style, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return LogTime.of(bytes, 0, bytes.length, style, BEFORE);
  }
}
