package io.github.backupdiag.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-14T02:15:09.123456Z INFO ExtHandler ExtHandler Run | Run",
        "2026-03-14T02:15:09.123456Z ERROR ExtHandler [Contoso.Monitor-1.2] Run it | Run it",
        "2026-03-14 02:15:41.204118 [Contoso.X-1.0]starting enable | starting enable",
        "2026/03/14 02:15:52.529104  Info  Run | Run",
        "2026-03-14 02:15:57 [Contoso.X-1.0]2026-03-14 02:15:53 Freezing: /a | Freezing: /a",
        "2026-03-14 02:15:57 [Contoso.X-1.0]2026-03-14 02:15:53 PM Freezing: /a | Freezing: /a",
        "[00000014] 2026-03-14T02:15:09.123Z [WARN]  Driving | Driving",
        "2026-03-14T02:15:41.2041180Z [Information]: Waiting | Waiting",
        "no head at all | no head at all",
        "2026-03-14T02:15:41Z | 2026-03-14T02:15:41Z",
      })
  void theHeadIsLeftOut(String line, String message) {
    assertThat(LogText.message(line)).isEqualTo(message);
  }
}
