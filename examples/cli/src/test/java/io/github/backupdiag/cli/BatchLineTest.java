package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLineTest {

  @Test
  void readsText() {
    BatchLine line = read("\"snapshot \\uc2e4\\ud328\"");
    assertThat(line.text()).isEqualTo("snapshot 실패");
    assertThat(line.id()).isNull();
    assertThat(line.problem()).isNull();
  }

  @Test
  void readsObjectAndPassesOverOtherFields() {
    BatchLine line = read("{\"x\": {\"text\": [1]}, \"text\": \"t\", \"id\": \"a\", \"y\": null}");
    assertThat(line.text()).isEqualTo("t");
    assertThat(line.id()).isEqualTo("a");
    assertThat(line.problem()).isNull();
  }

  @Test
  void readsNumberAsId() {
    assertThat(read("{\"id\": 17, \"text\": \"t\"}").id()).isEqualTo("17");
    assertThat(read("{\"id\": 1.50, \"text\": \"t\"}").id()).isEqualTo("1.50");
    assertThat(read("{\"id\": null, \"text\": \"t\"}").id()).isNull();
  }

  @Test
  void keepsIdOfBadLine() {
    assertThat(read("{\"id\": \"a\", \"text\": }").id()).isEqualTo("a");
    assertThat(read("{\"id\": \"a\"}").id()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "[]",
        "null",
        "17",
        "\"a\" \"b\"",
        "{}",
        "{\"text\":1}",
        "{\"text\":\" \"}",
        "\"\"",
        "{\"id\":[],\"text\":\"t\"}",
        "{\"id\":true,\"text\":\"t\"}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "\"a",
        "\"a\u0001\""
      })
  void saysWhatIsWrong(String line) {
    assertThat(read(line).problem()).isNotBlank().hasLineCount(1);
  }

  @Test
  void saysSoWhenBytesAreNoText() {
    assertThat(BatchLine.of(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}).problem())
        .startsWith("not readable as JSON")
        .hasLineCount(1);
  }

  @Test
  void survivesDeepNesting() {
    assertThat(read("{\"a\":" + "[".repeat(100_000)).problem()).isNotBlank();
  }

  private static BatchLine read(String line) {
    return BatchLine.of(line.getBytes(StandardCharsets.UTF_8));
  }
}
