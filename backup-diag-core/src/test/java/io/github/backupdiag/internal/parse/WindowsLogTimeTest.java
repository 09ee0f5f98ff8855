package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsLogTimeTest {

  private static final Instant BEFORE = Instant.parse("2026-03-14T01:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "[00000014] 2026-03-14T02:15:09.123Z [INFO]  text, 2026-03-14T02:15:09.123Z",
    "[00000010] 2021-01-12T16:35:45Z [ERROR] text, 2021-01-12T16:35:45Z",
    "2018-12-04T07:52:28.8611188Z [Error]: text, 2018-12-04T07:52:28.861118800Z",
    "[00000011] [12/11/2018 06:27:55.66] [WARN]  text, 2026-03-14T01:00:00Z",
    "   at System.Net.Foo(), 2026-03-14T01:00:00Z",
    "[00000014] 2026-03-14T02:15:09.123 [INFO] no zone, 2026-03-14T01:00:00Z",
    "[00000014], 2026-03-14T01:00:00Z",
  })
  void readsTheTimeOfAgentAndExtension(String line, Instant time) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

    assertThat(LogTime.of(bytes, 0, bytes.length, LogTime.Style.WINDOWS, BEFORE)).isEqualTo(time);
  }

  @Test
  void takesEveryThreadForTheBeginningOfARecord() {
    byte[] record = "[00000011] [12/11/2018 06:27:55.66] x".getBytes(StandardCharsets.UTF_8);
    byte[] rest = "[ERROR] x 2026-03-14T02:15:09".getBytes(StandardCharsets.UTF_8);

    assertThat(LogTime.isRecord(record, 0, record.length)).isTrue();
    assertThat(LogTime.isRecord(rest, 0, rest.length)).isFalse();
  }
}
