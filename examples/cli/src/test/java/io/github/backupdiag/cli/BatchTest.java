package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.request.CancellationToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final String CODE = "UserErrorGuestAgentStatusUnavailable";

  @Test
  void writesOneReportPerLineInTheSameOrder() {
    Run run = batch("\"" + CODE + "\"\n{\"id\":\"t2\",\"text\":\"" + CODE + "\"}\n\"nothing\"");
    assertThat(run.out().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"schemaVersion\""));
    assertThat(line(run, 0)).contains(CODE).doesNotContain("\"id\":\"t2\"");
    assertThat(line(run, 1)).contains(CODE).contains("\"id\":\"t2\"");
    assertThat(line(run, 2)).contains("\"matches\":[]");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void passesOverBlankLinesAndByteOrderMark() {
    Run run = batch("\uFEFF\"" + CODE + "\"\r\n\r\n  \n\n\"b\"\n");
    assertThat(run.out()).hasLineCount(2);
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void answersBadLineInItsPlaceAndGoesOn() {
    Run run = batch("\"a\"\n\n{\"id\":\"bad\"}\noops\n\"b\"\n");
    assertThat(run.out()).hasLineCount(4);
    assertThat(line(run, 1))
        .contains("\"id\":\"bad\"")
        .contains("\"where\":\"line 3\",\"text\":\"expected a JSON string");
    assertThat(line(run, 2)).contains("\"where\":\"line 4\",\"text\":\"not readable as JSON");
    assertThat(line(run, 3)).contains("\"problems\":[]");
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void refusesLineOverTheLimitAndGoesOn() {
    String atLimit = "\"" + "x".repeat(Inputs.MOST_BYTES - 2) + "\"";
    Run run = batch(atLimit + "\n" + atLimit + " \n\"b\"\n");
    assertThat(run.out()).hasLineCount(3);
    assertThat(line(run, 0)).contains("\"problems\":[]");
    assertThat(line(run, 1)).contains("the line is longer than 8 MiB");
    assertThat(line(run, 2)).contains("\"problems\":[]");
  }

  @Test
  void writesNothingForNothing() {
    Run run = batch("");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void answersEachLineBeforeItReadsTheNext() throws Exception {
    PipedOutputStream answers = new PipedOutputStream();
    InputStream reader = new PipedInputStream(answers, 1 << 20);
    Output out = new Output(answers);
    InputStream input = new LineWise(reader);
    int status =
        Cli.run(
            List.of("explain", "--batch"),
            new Surroundings(
                input,
                out,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Map.of(),
                Terminal.NONE,
                new CancellationToken()));
    assertThat(status).isEqualTo(ExitStatus.OK);
  }

  @Test
  void stopsWhenTheReaderHasGone() {
    CountingLines input = new CountingLines();
    int status =
        Cli.run(
            List.of("explain", "--batch"),
            new Surroundings(
                input,
                new Output(new GoneReader()),
                System.err,
                Map.of(),
                Terminal.NONE,
                new CancellationToken()));
    assertThat(status).isEqualTo(ExitStatus.OK);
    assertThat(input.given).isLessThan(3);
  }

  @Test
  void stopsWhenCancelled() {
    CancellationToken cancelled = new CancellationToken();
    cancelled.cancel();
    Run run =
        Run.with(new CountingLines(), Map.of(), Terminal.NONE, cancelled, "explain", "--batch");
    assertThat(run.out()).isEmpty();
  }

  private static Run batch(String input) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return Run.withInput(new ByteArrayInputStream(bytes), "explain", "--batch");
  }

  private static String line(Run run, int number) {
    return run.out().lines().toList().get(number);
  }

  /** Gives three lines, each only once the answer to the one before has arrived. */
  private static final class LineWise extends InputStream {

    private final InputStream answers;
    private int given;

    LineWise(InputStream answers) {
      this.answers = answers;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (given > 0 && answers.available() == 0) {
        throw new IllegalStateException("line " + given + " is not answered yet");
      }
      answers.skip(answers.available());
      byte[] line = "\"a\"\n".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(line, 0, bytes, from, line.length);
      return given++ < 3 ? line.length : -1;
    }
  }

  /** Lines without end. */
  private static final class CountingLines extends InputStream {

    private int given;

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      byte[] line = "\"a\"\n".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(line, 0, bytes, from, line.length);
      given++;
      return line.length;
    }
  }

  private static final class GoneReader extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
