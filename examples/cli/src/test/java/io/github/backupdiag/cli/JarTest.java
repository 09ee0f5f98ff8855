package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable jar in a process of its own, once it is built. */
@Tag("jar")
class JarTest {

  private static final Path JAR = Path.of("target/backup-diag.jar");

  @TempDir private Path folder;

  @Test
  void diagnosesCopy() throws Exception {
    Run run = jar("", "diagnose", "--root", Guest.withExtensionsSwitchedOff(folder).toString());
    assertThat(run.out()).contains("Extensions.Enabled=n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void writesUtf8WhateverTheCharsetOfThePlatform() throws Exception {
    Run run = jar("-Dfile.encoding=ISO-8859-1", "list", "diagnostics");
    assertThat(run.out()).contains("←");
  }

  @Test
  void readsArgumentsWhereNoLocaleIsSet() throws Exception {
    Run run = jar("", "--백업");
    assertThat(run.err()).contains("'--백업'").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void tellsTheVersionOfTheBuild() throws Exception {
    assertThat(jar("", "--version").out()).matches("(?s)backup-diag \\d+\\.\\d+.*");
  }

  @Test
  void saysNothingOfTheReaderThatHasGone() throws Exception {
    Process process = start("", "list", "causes", "--format", "json");
    process.getInputStream().close();
    assertThat(read(process.getErrorStream())).isEmpty();
  }

  private Run jar(String javaOption, String... words) throws Exception {
    Process process = start(javaOption, words);
    String out = read(process.getInputStream());
    String err = read(process.getErrorStream());
    return new Run(process.waitFor(), out, err);
  }

  private Process start(String javaOption, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!javaOption.isEmpty()) {
      command.add(javaOption);
    }
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
