package io.github.backupdiag.internal.intake.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsFuzzTest {

  static Stream<byte[]> payloads() {
    return Samples.payloads();
  }

  /** Passages of incidents that are there, on lines that are there; no more text than was given. */
  @MethodSource("payloads")
  @FuzzTest
  void read(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Payload payload = Payloads.read(text);

    int lines = Places.lines(text);
    for (Passage passage : payload.passages()) {
      assertThat(passage.incident()).isBetween(-1, payload.incidents().size() - 1);
      assertThat(passage.line()).isBetween(1, lines);
      assertThat(passage.text()).isNotBlank().hasSizeLessThanOrEqualTo(text.length());
      assertThat(passage.path()).hasSizeLessThanOrEqualTo(200);
    }
    for (int i = 0; i < payload.incidents().size(); i++) {
      assertThat(payload.incidents().get(i).index()).isEqualTo(i);
    }
    assertThat(payload.problems()).allMatch(problem -> problem.lines().count() == 1);
    Places.check(payload.facts(), text);
    assertSame(Payloads.read(text), payload);
  }

  private static void assertSame(Payload one, Payload other) throws IOException {
    assertThat(one.kind()).isEqualTo(other.kind());
    assertThat(one.incidents()).isEqualTo(other.incidents());
    assertThat(one.passages()).isEqualTo(other.passages());
    assertThat(one.problems()).isEqualTo(other.problems());
    assertThat(Places.recorded(one.facts())).isEqualTo(Places.recorded(other.facts()));
  }
}
