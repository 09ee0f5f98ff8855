package io.github.backupdiag.internal.intake.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.internal.catalog.LoadedCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PastedLogsFuzzTest {

  private static final PastedLogs LOGS = new PastedLogs(LoadedCatalog.with(List.of()));

  static Stream<byte[]> logs() {
    return Samples.of(
        "> 2026-03-14T02:15:52.529104Z WARNING ExtHandler ExtHandler No space left on device\n"
            + "Traceback (most recent call last):\n  File \"x.py\", line 1\nOSError: x\n",
        "2026/03/14 02:15:52.529104 ERROR Failed to fetch goal state: [Errno 111]\n",
        "2026-03-14 02:15:09.123456 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9220.0]"
            + " starting enable\n2026-03-14 02:16:09.123456 [Microsoft.Azure.RecoveryServices."
            + "VMSnapshotLinux-1.0.9220.0] freeze: timeout\n",
        "Mar 14 02:17:53 vm kernel: EXT4-fs error (device sda1): remounting read-only\n");
  }

  @MethodSource("logs")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FactSet facts = facts(text);

    Places.check(facts, text);
    assertThat(Places.recorded(facts(text))).isEqualTo(Places.recorded(facts));
  }

  private static FactSet facts(String text) {
    FactSet.Builder facts = FactSet.builder();
    LOGS.read(text, true, facts);
    return facts.build();
  }
}
