package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for guests without Java, and what they print. */
class BundleTest {

  private static final String CAUSE = "extensions-disabled-in-agent-config";
  private static final String BUNDLE =
      """
      backup-diag-guest 1 linux
      i clock 1773454510
      f 1048576 /etc/os-release
      |ID=ubuntu
      |VERSION_ID="22.04"
      |
      f 1048576 /sys/class/dmi/id/chassis_asset_tag
      |7783-7084-3265-9085-8269-3286-77
      |
      z 21 1773000000 /etc/waagent.conf
      f 1048576 /etc/waagent.conf
      |Extensions.Enabled=n
      |
      .
      """;

  @TempDir private Path folder;

  @Test
  void writesAScriptForEachSystem() {
    Run linux = Run.of("collect-script", "linux");
    assertThat(linux.out()).startsWith("#!/bin/sh\n").contains("/etc/waagent.conf");
    assertThat(linux.status()).isEqualTo(ExitStatus.OK);
    Run windows = Run.of("collect-script", "windows", "--failed-at", "2026-03-14T02:16:10Z");
    assertThat(windows.out())
        .contains("param(", "vssadmin.exe", "@SystemTime>=''2026-03-14T00:16:10Z''");
    assertThat(windows.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void asksLessForOneError() {
    String all = Run.of("collect-script", "linux").out();
    Run run = Run.of("collect-script", "linux", "--error", "UserErrorBcmPremiumStorageQuotaError");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
    assertThat(run.out().length()).isLessThan(all.length());
  }

  @Test
  void judgesWhatAScriptPrinted() throws Exception {
    String file = Files.writeString(folder.resolve("guest.txt"), BUNDLE).toString();
    Run run = Run.of("diagnose", "--bundle", file, "--format", "json");
    assertThat(run.out()).contains(CAUSE, "Extensions.Enabled=n");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(Run.withInput(BUNDLE, "diagnose", "--bundle", "-", "--format", "json"))
        .isEqualTo(run);
  }

  @Test
  void takesTheClockOfTheGuest() throws Exception {
    String file = Files.writeString(folder.resolve("guest.txt"), BUNDLE).toString();
    Path facts = folder.resolve("facts.json");
    Run.of("gather", "--bundle", file, "--out", facts.toString());
    assertThat(facts).content().contains("2026-03-14T02:15:10Z");
  }

  @Test
  void saysThatABundleEndsEarlyAndUsesIt() {
    byte[] cut = BUNDLE.substring(0, BUNDLE.length() - 2).getBytes(StandardCharsets.UTF_8);
    Run run = Run.withInput(new ByteArrayInputStream(cut), "diagnose", "--bundle", "-");
    assertThat(run.out().lines().filter(line -> line.contains("ends early"))).hasSize(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isNotEqualTo(ExitStatus.REFUSED);
  }

  @Test
  void refusesOtherInputWithOneLine() {
    Run run = Run.withInput("{}", "diagnose", "--bundle", "-");
    assertThat(run.err()).contains("standard input is no bundle").hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
    assertThat(run.out()).isEmpty();
  }
}
