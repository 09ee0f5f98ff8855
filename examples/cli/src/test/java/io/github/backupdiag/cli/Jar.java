package io.github.backupdiag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The executable jar, in a process of its own, where no locale is set. */
record Jar(List<String> wrapper, List<String> javaOptions) {

  private static final Path FILE = Path.of("target/backup-diag.jar");

  /** Plain {@code java -jar}, perhaps with options of Java. */
  static Jar with(String... javaOptions) {
    return new Jar(List.of(), List.of(javaOptions));
  }

  /** Below another program, such as a tracer. */
  static Jar under(String... wrapper) {
    return new Jar(List.of(wrapper), List.of());
  }

  Run run(String... words) throws Exception {
    return end(start(words));
  }

  /** With a file as standard input. */
  Run runOn(Path input, String... words) throws Exception {
    return end(builder(words).redirectInput(input.toFile()).start());
  }

  private static Run end(Process process) throws Exception {
    String out = read(process.getInputStream());
    String err = read(process.getErrorStream());
    return new Run(process.waitFor(), out, err);
  }

  Process start(String... words) throws IOException {
    return builder(words).start();
  }

  private ProcessBuilder builder(String... words) {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", FILE.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
