package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.internal.scan.LineClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyLogTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-14T02:15:09.5Z INFO Daemon Daemon x|2026-03-14T02:15:09.5Z",
        "2021/03/30 19:35:35.971742 INFO Daemon x|2021-03-30T19:35:35.971742Z",
        "[00000014] 2026-03-14T02:15:09.1Z x|2026-03-14T02:15:09.1Z",
        "2026-03-14 02:15:41 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]x|2026-03-14T02:15:41Z",
        "2026/03/14 02:15:52.529104  Info  x |2026-03-14T02:15:52.529104Z",
        "Sat Mar 14 02:15:40 UTC 2026- x|2026-03-14T02:15:40Z",
        "2026-03-14T03:15:40+01:00 vm kernel: x|2026-03-14T02:15:40Z"
      })
  void readsTheTimeOfEachLog(String line, String time) {
    assertThat(read(line)).isEqualTo(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017/11/14 03:06:52 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]x",
        "2026-03-14 02:15:41,123 INFO something else",
        "Mar 14 02:17:53 vm kernel: x",
        "[03/14/2026 02:15:09.12] x",
        "9999-99-99T99:99:99Z x"
      })
  void guessesNoZone(String line) {
    assertThat(read(line)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "  at 02:15:09", "[stderr]", "Traceback (most recent call last)"})
  void leavesOtherLinesToTheirRecord(String line) {
    assertThat(read(line)).isEqualTo(LineClock.NONE);
  }

  @Test
  void looksForTheTimeAtTheBeginningOnly() {
    assertThat(read("a line of output that speaks of some time: 02:15:09"))
        .isEqualTo(LineClock.NONE);
  }

  private static @Nullable Instant read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return new AnyLogTime().read(bytes, 0, bytes.length);
  }
}
