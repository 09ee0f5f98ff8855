package io.github.backupdiag.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingFuzzTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();

  static Stream<byte[]> recordings() {
    return Samples.of(
        """
        {"schemaVersion": "1.0", "remark": [1, 2.5, null, true, "x"], "facts": {
          "acme.name": {"state": "observed", "version": 1, "value": "x", "source": ""},
          "acme.count": {"state": "absent", "source": "y"}}}
        """,
        """
        {"schemaVersion":"1.0","facts":{"guest.os":{"state":"observed","version":1,"value":
        {"family":"LINUX","id":"ubuntu","version":"22.04","like":["debian"],"name":"U"},"source":"/etc/os-release"},
        "guest.windows.vss-writers":{"state":"observed","version":1,"value":{"source":"s","writers":[],"complete":true}},
        "guest.mounts":{"state":"unavailable","reason":"denied","detail":"x"}}}
        """);
  }

  /** Refused in one line, or judged, and written as it was read. */
  @MethodSource("recordings")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    FactSet facts;
    try {
      facts = FactSetJson.read(new ByteArrayInputStream(bytes), "facts.json");
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("facts\\.json:[0-9]+: .+");
      return;
    }
    byte[] written = Places.recorded(facts);
    FactSet again = FactSetJson.read(new ByteArrayInputStream(written), "facts.json");
    assertThat(Places.recorded(again)).isEqualTo(written);
    assertThat(DIAGNOSIS.judge(facts, DiagnosisRequest.healthCheck()).problems()).isEmpty();
  }
}
