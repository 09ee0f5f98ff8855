package io.github.backupdiag.cli;

import io.github.backupdiag.request.CancellationToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** One run of the program inside the test: what it returned and what it wrote. */
record Run(int status, String out, String err) {

  /** Surroundings of a command that is not run. */
  static final Surroundings UNUSED =
      new Surroundings(
          InputStream.nullInputStream(),
          new Output(OutputStream.nullOutputStream()),
          System.err,
          Map.of(),
          Terminal.NONE,
          new CancellationToken());

  static Run of(String... words) {
    return withInput("", words);
  }

  static Run withInput(String input, String... words) {
    return withInput(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), words);
  }

  static Run withInput(InputStream input, String... words) {
    return with(input, Map.of(), Terminal.NONE, new CancellationToken(), words);
  }

  static Run onTerminal(Map<String, String> environment, String... words) {
    return with(
        InputStream.nullInputStream(),
        environment,
        new Terminal(true, true),
        new CancellationToken(),
        words);
  }

  static Run with(
      InputStream input,
      Map<String, String> environment,
      Terminal terminal,
      CancellationToken cancellation,
      String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Cli.run(
            List.of(words),
            new Surroundings(
                input,
                new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                terminal,
                cancellation));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
