package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guest.samples.Packing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(Packing.class)
  void tellsTheSampleIncidentFromEveryPacking(Packing packing) throws Exception {
    Path sample = Path.of("samples", "disk-full");
    String error = Files.readString(sample.resolve("error.txt"));
    String bundle = packing.pack(sample, folder).toString();
    Run ofRoot = Run.withInput(error, "diagnose", "--root", sample.toString(), "--error", "-");
    Run ofBundle = Run.withInput(error, "diagnose", "--bundle", bundle, "--error", "-");
    assertThat(ofBundle.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertThat(ofBundle.err()).isEmpty();
    String evidence = "/var/log/waagent.log:19, 2026-03-14T02:15:13.907355Z";
    for (Run run : List.of(ofRoot, ofBundle)) {
      assertThat(run.out())
          .startsWith("Cause: The system disk has no free space")
          .contains(evidence);
    }
  }

  @Test
  void readsAnArchiveFromStandardInput() throws Exception {
    byte[] log = Files.readAllBytes(Path.of("samples", "disk-full", "var", "log", "waagent.log"));
    byte[] zip = Packing.zip(Map.of("var/log/waagent.log", log));
    Run run = Run.withInput(new ByteArrayInputStream(zip), "diagnose", "--bundle", "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("/var/log/waagent.log:19");
  }

  @Test
  void saysThatAnArchiveWasCutAndThatTheReportIsPartial() throws Exception {
    Path sample = Path.of("samples", "disk-full");
    byte[] whole = Files.readAllBytes(Packing.TAR_GZ_WITH_HOST.pack(sample, folder));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    Path cut = Files.write(folder.resolve("half.tgz"), half);
    Run run = Run.of("diagnose", "--bundle", cut.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out().replaceAll("\\s+", " ")).contains("is cut; what came before is used");
    assertThat(run.status()).isEqualTo(ExitStatus.PARTIAL);
    String facts = folder.resolve("facts.json").toString();
    Run gathered = Run.of("gather", "--bundle", cut.toString(), "--out", facts);
    assertThat(gathered.status()).isEqualTo(ExitStatus.PARTIAL);
    assertThat(Run.of("judge", facts).out().replaceAll("\\s+", " "))
        .contains("is cut; what came before is used");
  }

  @Test
  void refusesAnArchiveWithoutAGuestWithOneLine() throws Exception {
    byte[] zip = Packing.zip(Map.of("a.txt", new byte[3], "b.txt", new byte[3]));
    Path file = Files.write(folder.resolve("other.zip"), zip);
    Run run = Run.of("diagnose", "--bundle", file.toString());
    assertThat(run.err())
        .contains("other.zip is no bundle", "among its 2 entries", "give ")
        .hasLineCount(1);
    assertThat(run.status()).isEqualTo(ExitStatus.REFUSED);
  }
}
