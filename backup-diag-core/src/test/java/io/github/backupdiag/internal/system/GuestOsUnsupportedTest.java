package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.ProgramBuild;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestOsUnsupportedTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestOsUnsupported())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @ParameterizedTest
  @CsvSource({
    "debian, 12",
    "debian, ''",
    "ubuntu, 24.04",
    "rhel, 6.7",
    "rhel, 10.1",
    "sles, 15.5",
    "ol, 7.9",
    "azurelinux, 3.0",
    "rocky, 9.3",
    "opensuse-tumbleweed, 20260301"
  })
  void rulesOutAListedSystem(String id, String version) {
    of(id, version).expectRuledOut(When.NOW);
  }

  @ParameterizedTest
  @CsvSource({"debian, 13/sid", "debian, testing", "ubuntu, 24.04-beta", "sles, 15-SP5", "rhel, 9"})
  void acceptsAnOddVersion(String id, String version) {
    of(id, version)
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectRuledOut(When.NOW);
  }

  @ParameterizedTest
  @CsvSource({"gentoo, 2.14", "alpine, 3.19", "ubuntu, 14.04", "rhel, 5.11", "amzn, 2023"})
  void onlyHintsAtAnUnlistedOrOlderSystem(String id, String version) {
    assertThat(
            evidence(
                of(id, version)
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void mentionsMuslOnAnUnlistedSystem() {
    assertThat(
            evidence(
                of("alpine", "3.19")
                    .given(AgentFacts.PROGRAMS, new ProgramBuild("/bin/busybox", 64, true))
                    .expectInconclusive()))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"freebsd", "coreos"})
  void confirmsARefusedSystemOnlyWithSomethingThatAgrees(String id) {
    of(id, "14.0")
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(of(id, "14.0").expectInconclusive())).hasSize(1);
  }

  @Test
  void confirmsProgramsOf32BitsWithALineThatAgrees() {
    DiagnosticTester small =
        of("debian", "12").given(AgentFacts.PROGRAMS, new ProgramBuild("/bin/sh", 32, false));
    small
        .given(
            GuestFacts.AGENT_LOG,
            log("wa-nonzero-51", 5, "[x.VMSnapshotLinux-1] Non-zero exit code: 51, handle.sh"))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/bin/sh", 0);
    small
        .given(
            GuestFacts.AGENT_LOG, log("wa-nonzero-51", 5, "name=Other, Non-zero exit code: 51, x"))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeAnUnknownSystem() {
    of("", "").expectInconclusive();
    rule.givenUnavailable(GuestFacts.OS, UnavailableReason.NOT_PERMITTED).expectInconclusive();
  }

  private DiagnosticTester of(String id, String version) {
    return rule.given(GuestFacts.OS, new GuestOs(GuestOs.Family.LINUX, id, version, List.of(), ""));
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
