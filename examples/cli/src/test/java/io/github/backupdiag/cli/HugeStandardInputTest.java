package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs of 50 MB in a heap of 256 MB: an answer, or one line that says why there is none. */
@Tag("jar")
class HugeStandardInputTest {

  private static final int HUGE = 50 << 20;
  private static final int MOST = 8 << 20;
  private static final String CODE = "UserErrorGuestAgentStatusUnavailable";
  private static final String LOG =
      "2026-03-14T02:15:52.529104Z WARNING ExtHandler ExtHandler No space left on device\n";
  private static final Jar SMALL_HEAP = Jar.with("-Xmx256m");

  @TempDir private Path folder;

  @Test
  void isRefusedInOneLine() throws Exception {
    Run run = SMALL_HEAP.runOn(file(CODE + "\n", LOG, HUGE, ""), "explain", "-");

    assertThat(run.err()).contains("standard input is longer than 8 MiB").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void isExplainedUpToTheLimit() throws Exception {
    Run run = SMALL_HEAP.runOn(file(CODE + "\n", LOG, MOST, ""), "explain", "-");

    assertThat(run.out()).contains(CODE);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void isOneBadLineOfABatch() throws Exception {
    String jobs =
        "[{\\\"properties\\\":{\\\"status\\\":\\\"Failed\\\",\\\"errorDetails\\\":[{"
            + "\\\"errorCode\\\":400093,\\\"errorString\\\":\\\"x\\\"}]}},";
    Path input = folder.resolve("batch");
    try (OutputStream out = Files.newOutputStream(input)) {
      line(out, "\"", "x".repeat(1 << 10), HUGE, "\"");
      line(out, "\"" + CODE + " ", jobs, MOST, "\"");
      line(out, "{\"id\": \"log\", \"text\": \"", LOG.replace("\n", "\\n"), MOST, "\"}");
      line(out, "\"" + CODE, "", 0, "\"");
    }

    Run run = SMALL_HEAP.runOn(input, "explain", "--batch");

    List<String> reports = run.out().lines().toList();
    assertThat(reports).hasSize(4);
    assertThat(reports.get(0)).contains("the line is longer than 8 MiB");
    assertThat(reports.subList(1, 4)).allMatch(report -> report.contains("\"problems\":[]"));
    assertThat(reports.get(3)).contains(CODE);
    assertThat(run.err()).isEmpty();
  }

  private Path file(String head, String part, int size, String tail) throws IOException {
    Path file = folder.resolve("input");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, head, part, size, tail);
    }
    return file;
  }

  private static void line(OutputStream out, String head, String part, int size, String tail)
      throws IOException {
    write(out, head, part, size, tail);
    out.write('\n');
  }

  /** Head, tail, and between them as many whole parts as the size allows. */
  private static void write(OutputStream out, String head, String part, int size, String tail)
      throws IOException {
    out.write(head.getBytes(StandardCharsets.UTF_8));
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    int room = Math.max(0, size - head.length() - tail.length());
    for (int i = 0; i < room / Math.max(1, bytes.length); i++) {
      out.write(bytes);
    }
    out.write(tail.getBytes(StandardCharsets.UTF_8));
  }
}
