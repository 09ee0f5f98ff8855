package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the executable jar in a process of its own, once it is built. */
@Tag("jar")
class JarTest {

  private static final String CODE = "GuestAgentSnapshotTaskStatusError";

  @TempDir private Path folder;

  @Test
  void diagnosesCopy() throws Exception {
    Run run =
        Jar.with().run("diagnose", "--root", Guest.withExtensionsSwitchedOff(folder).toString());
    assertThat(run.out()).contains("Extensions.Enabled=n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
  }

  @Test
  void writesUtf8WhateverTheCharsetOfThePlatform() throws Exception {
    Run run = Jar.with("-Dfile.encoding=ISO-8859-1").run("list", "diagnostics");
    assertThat(run.out()).contains("←");
  }

  @Test
  void readsArgumentsWhereNoLocaleIsSet() throws Exception {
    Run run = Jar.with().run("--백업");
    assertThat(run.err()).contains("'--백업'").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void tellsTheVersionOfTheBuild() throws Exception {
    assertThat(Jar.with().run("--version").out()).matches("(?s)backup-diag \\d+\\.\\d+.*");
  }

  @Test
  void saysNothingOfTheReaderThatHasGone() throws Exception {
    Process process = Jar.with().start("list", "causes", "--format", "json");
    process.getInputStream().close();
    assertThat(Jar.read(process.getErrorStream())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-9 -Duser.timezone=Asia/Tokyo",
        "-Duser.language=ja -Duser.country=JP -Dfile.encoding=Shift_JIS"
            + " -Duser.timezone=America/St_Johns -XX:ActiveProcessorCount=1"
      })
  void writesTheSameWhateverTheMachine(String options) throws Exception {
    String root = Ailment.DISK_FULL.in(folder, Distribution.DEBIAN_12).directory().toString();
    String[] words = {"diagnose", "--root", root, "--error", "스냅샷 " + CODE, "--format", "json"};
    Run here = Jar.with().run(words);
    assertThat(JsonReport.of(here).confirmed()).containsExactly("guest-disk-full");
    assertThat(Jar.with(options.split(" ")).run(words)).isEqualTo(here);
  }
}
