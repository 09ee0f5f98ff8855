package io.github.backupdiag.internal.intake;

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

class WindowsTextFuzzTest {

  private static final WindowsText READER = new WindowsText(LoadedCatalog.with(List.of()));

  static Stream<byte[]> texts() {
    return Samples.of(
        "Writer name: 'System Writer'\n   Writer Id: {e8132975-6f93-4464-a53e-1050253ae220}\n"
            + "   Writer Instance Id: {11112222-3333-4444-8555-666677778888}\n"
            + "   State: [8] Failed\n   Last error: Timed out\n",
        "Provider name: 'Acme VSS'\n   Provider type: Hardware\n"
            + "   Provider Id: {11112222-3333-4444-8555-666677778888}\n   Version: 1.0.0.7\n",
        "Log Name: Application\nSource: VSS\nDate: 14.03.2026 02:15:09\nEvent ID: 8229\n"
            + "Level: Error\nDescription:\nA writer failed with 0x800423f4.\n",
        "<Event xmlns='x'><System><Provider Name='VSS'/><EventID>8193</EventID><TimeCreated"
            + " SystemTime='2026-03-14T02:15:09Z'/></System><EventData><Data>0x80042308</Data>"
            + "</EventData></Event>",
        "[00000014] 2026-03-14T02:15:09.123Z [ERROR] GuestAgent failed: 0x80070005\n",
        "-2147212529 hr = 0x8004230F, VSS_E_UNEXPECTED_PROVIDER_ERROR");
  }

  @MethodSource("texts")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    FactSet facts = facts(text);

    Places.check(facts, text);
    assertThat(Places.recorded(facts(text))).isEqualTo(Places.recorded(facts));
  }

  private static FactSet facts(String text) {
    FactSet.Builder facts = FactSet.builder();
    READER.read(text, facts);
    return facts.build();
  }
}
