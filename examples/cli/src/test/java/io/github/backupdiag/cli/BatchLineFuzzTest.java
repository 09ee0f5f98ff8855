package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class BatchLineFuzzTest {

  private static final int MOST = 64;

  static Stream<byte[]> lines() {
    return Stream.of("\"a\"\n{\"id\": 1, \"text\": \"b\"}\r\n\n{\"x\": [{}]}", "\uFEFF\"\\u00e4\"")
        .map(lines -> lines.getBytes(StandardCharsets.UTF_8));
  }

  /** No line is lost or longer than allowed, and of each there is a text or a problem. */
  @MethodSource("lines")
  @FuzzTest
  void of(byte[] bytes) throws IOException {
    Lines lines = new Lines(new ByteArrayInputStream(bytes), MOST);
    int from = 0;
    while (lines.next()) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      assertThat(lines.isTooLong()).isEqualTo(end - from > MOST);
      if (!lines.isTooLong()) {
        assertThat(lines.bytes()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, end));
        check(BatchLine.of(lines.bytes()));
      }
      from = end + 1;
    }
    assertThat(from).isBetween(bytes.length, bytes.length + 1);
  }

  private static void check(BatchLine line) {
    String problem = line.problem();
    if (problem == null) {
      assertThat(line.text()).isNotBlank();
    } else {
      assertThat(problem).isNotBlank().doesNotContain("\n");
    }
  }
}
