package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {

  private static final String AGENT =
      """
      2026-03-14T02:15:09.123456Z INFO ExtHandler ExtHandler nothing of note
      2026-03-14T02:15:10Z ERROR Daemon Daemon Agent WALinuxAgent-2.15.0.1 restarted more than 3 times in 300 seconds
      """;

  @TempDir private Path folder;

  @Test
  void writesALineOfJsonForEachHit() throws IOException {
    Path log = write("waagent.log", AGENT);
    Run run = Run.of("scan", log.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"id\":\"wa-restart-more\",\"file\":\""
                + log
                + "\",\"line\":2,\"time\":\"2026-03-14T02:15:10Z\",\"text\":\"2026-03-14T02:15:10Z"
                + " ERROR Daemon Daemon Agent WALinuxAgent-2.15.0.1 restarted more than 3 times in"
                + " 300 seconds\",\"values\":{\"count\":\"3\",\"seconds\":\"300\"},"
                + "\"severity\":\"error\"}\n");
  }

  @Test
  void readsStandardInput() throws IOException {
    List<JsonNode> hits = hits(Run.withInput(AGENT, "scan", "-"));
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).get("file").asText()).isEqualTo("-");
  }

  @Test
  void letsTheExpressionDecide() {
    assertThat(Run.withInput("x - 11 returned from handle.py\n", "scan", "-").out()).isEmpty();
    assertThat(Run.withInput("x - 1 returned from handle.py\n", "scan", "-").out())
        .contains("shell-returned-1")
        .contains("\"time\":null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "7"})
  void keepsTheOrderOfFilesAndLinesForAnyNumberOfThreads(String threads) throws IOException {
    List<String> words = new ArrayList<>(List.of("scan", "--threads", threads));
    for (int i = 0; i < 5; i++) {
      words.add(write("log" + i, (AGENT + "x\n".repeat(i * 40_000)).repeat(4)).toString());
    }
    List<JsonNode> hits = hits(Run.of(words.toArray(String[]::new)));
    assertThat(hits).hasSize(20);
    for (int i = 0; i < 20; i++) {
      int file = i / 4;
      assertThat(hits.get(i).get("file").asText()).endsWith("log" + file);
      assertThat(hits.get(i).get("line").asLong()).isEqualTo(2 + i % 4 * (2L + file * 40_000L));
    }
  }

  @Test
  void readsWhatGzipPackedAndAsMuchAsIsLeftOfIt() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(AGENT.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 50_000; i++) {
        out.write(("line " + i * 31 + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Path whole = Files.write(folder.resolve("waagent.log.2.gz"), packed.toByteArray());
    assertThat(hits(Run.of("scan", whole.toString()))).hasSize(1);

    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Run cut = Run.of("scan", Files.write(folder.resolve("cut"), half).toString());
    assertThat(hits(cut)).hasSize(1);
    assertThat(cut.err()).contains("cut: damaged: ").hasLineCount(1);
    assertThat(cut.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void scansTheOtherFilesWhenOneCannotBeRead() throws IOException {
    Path log = write("waagent.log", AGENT);
    Run run = Run.of("scan", folder.toString(), folder + "/none", log.toString());
    assertThat(hits(run)).hasSize(1);
    assertThat(run.err().lines())
        .containsExactly(
            "backup-diag: " + folder + ": is a directory; name the files in it",
            "backup-diag: " + folder + "/none: not found");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void leavesSecretsOut() {
    String secret = "c2VjcmV0LXNpZ25hdHVyZS0wMTIzNDU2Nzg5";
    String line = "[Errno 28] No space left on device https://a.blob.core.windows.net/c?sv=1&sig=";
    Run run = Run.withInput(line + secret + "\n", "scan", "-");
    assertThat(run.out()).isNotEmpty().doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads=0", "--threads=65", "--format=text", "--record=x"})
  void refusesWhatItCannotDo(String option) {
    Run run = Run.of("scan", option, "-");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.err()).hasLineCount(1);
  }

  @Test
  void asksForAFile() {
    assertThat(Run.of("scan").err()).contains("name the logs").hasLineCount(1);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<JsonNode> hits(Run run) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> hits = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      hits.add(mapper.readTree(line));
    }
    return hits;
  }
}
