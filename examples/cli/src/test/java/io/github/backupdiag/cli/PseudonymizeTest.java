package io.github.backupdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.cli.Ailment.Codes;
import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With --pseudonymize nothing names a customer's things, and everything is found as before. */
class PseudonymizeTest {

  private static final String SUBSCRIPTION = "3f1c5d7e-9a2b-4c6d-8e0f-1a2b3c4d5e6f";

  private static final List<String> NAMES =
      List.of(
          SUBSCRIPTION,
          "rg-payments",
          "payvm17",
          "vault-pay",
          "contosologs",
          "jane.roe",
          "10.20.30.40",
          "2603:1030:2::6",
          "00:0d:3a:11:22:33");

  private static final String ID =
      "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/rg-payments/providers/";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "text", "markdown", "html"})
  void noNameIsInAnyFormat(String format) {
    String root = planted(Ailment.DISK_FULL).toString();
    Run run =
        Run.of(
            "diagnose", "--root", root, "--error", error(), "--format", format, "--pseudonymize");

    assertThat(run.status()).isEqualTo(ExitStatus.CONFIRMED);
    assertNoName(run.out() + run.err());
    assertThat(run.out()).contains("No space left on device");
    Run open = Run.of("diagnose", "--root", root, "--error", error(), "--format", format);
    assertThat(NAMES).anyMatch(name -> open.out().contains(name));
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void theCausesAreTheSameNowAndWhenJudgedLater(Ailment ailment) throws Exception {
    String root = planted(ailment).toString();
    Path facts = folder.resolve("facts.json");
    Path gathered = folder.resolve("gathered.json");
    List<String> open = causes(Run.of("diagnose", "--root", root, "--error", error(), "--format", "json"));
    Run hidden =
        Run.of(
            "diagnose",
            "--root",
            root,
            "--error",
            error(),
            "--format",
            "json",
            "--pseudonymize",
            "--record",
            facts.toString());
    Run.of(
        "gather", "--root", root, "--error", error(), "--pseudonymize", "--out", gathered.toString());

    assertThat(causes(hidden)).isEqualTo(open);
    for (Path recording : List.of(facts, gathered)) {
      assertNoName(Files.readString(recording));
      Schema.FACTS.read(Files.readString(recording));
      assertThat(causes(Run.of("judge", recording.toString(), "--format", "json"))).isEqualTo(open);
    }
  }

  @Test
  void aNameHasOnePseudonymInAWholeReport() {
    Run run =
        Run.of("explain", error() + " payvm17 PAYVM17", "--format", "json", "--pseudonymize");

    assertNoName(run.out());
    assertThat(run.out()).doesNotContain("vm-2");
  }

  @Test
  void everyCommandThatShowsAReportTakesTheOption() {
    for (String command : List.of("explain", "diagnose", "gather", "judge")) {
      assertThat(Run.of(command, "--help").out()).contains("--pseudonymize");
    }
  }

  private static List<String> causes(Run run) {
    return JsonReport.of(run).elements("causes").stream()
        .map(PseudonymizeTest::standing)
        .toList();
  }

  private static String standing(JsonNode cause) {
    return cause.get("id").asText() + " " + cause.get("state").asText() + " " + cause.get("confidence");
  }

  private static String error() {
    return Codes.NO_SNAPSHOT
        + " for "
        + ID
        + "Microsoft.Compute/virtualMachines/payvm17 in "
        + ID
        + "Microsoft.RecoveryServices/vaults/vault-pay";
  }

  private Path planted(Ailment ailment) {
    SampleRoot root = ailment.in(folder.resolve("root"), Distribution.UBUNTU_22_04);
    String line =
        "No space left on device: https://contosologs.blob.core.windows.net/c on payvm17 ("
            + ID
            + "Microsoft.Compute/virtualMachines/payvm17) asked by jane.roe@contoso.com from 10.20.30.40"
            + " addr 2603:1030:2::6 hw 00:0d:3a:11:22:33";
    if (ailment == Ailment.DISK_FULL) {
      root.append(SampleRoot.AGENT_LOG, SampleRoot.agentLine(9, "ERROR ExtHandler [Errno 28] " + line));
      root.append(SampleRoot.EXTENSION_LOG, SampleRoot.extensionLine(9, "Failed to save x: [Errno 28] " + line));
    }
    root.file("var/log/syslog", "Mar 14 02:15:20 payvm17 kernel: EXT4-fs error (device sdc)\n");
    return root.directory();
  }

  private static void assertNoName(String out) {
    for (String name : NAMES) {
      assertThat(out).doesNotContainIgnoringCase(name);
    }
  }
}
