package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AccessDenial;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SelinuxState;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelinuxBlocksAgentTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new SelinuxBlocksAgent())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsADenialOfTheAgentsFilesWithACodeThatAgrees() {
    enforcing()
        .given(AgentFacts.DENIALS, List.of(denial(5, true, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/audit/audit.log", 42)
        .withArgument("path", "/var/lib/waagent");
  }

  @Test
  void confirmsADenialWithALineThatAgrees() {
    enforcing()
        .given(AgentFacts.DENIALS, List.of(denial(5, true, false)))
        .given(GuestFacts.AGENT_LOG, log("wa-errno-13", 5, "[Errno 13] Permission denied: 'x'"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 17);
  }

  @Test
  void onlyHintsAtADenialElsewhereWithACode() {
    assertThat(
            evidence(
                enforcing()
                    .given(AgentFacts.DENIALS, List.of(denial(5, true, false)))
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void onlyHintsAtADenialWithoutAnything() {
    assertThat(
            evidence(
                enforcing()
                    .given(AgentFacts.DENIALS, List.of(denial(5, true, true)))
                    .given(BackupFacts.MATCHES, List.of(Samples.code("Other")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void takesPermissiveDenialsForNone() {
    enforcing()
        .given(AgentFacts.DENIALS, List.of(denial(5, false, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectInconclusive();
    rule.given(AgentFacts.SELINUX, state(SelinuxState.Mode.PERMISSIVE))
        .given(AgentFacts.DENIALS, List.of(denial(5, false, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void letsTheStateDecideWhereALineDoesNotTell() {
    rule.given(AgentFacts.SELINUX, state(SelinuxState.Mode.PERMISSIVE))
        .given(AgentFacts.DENIALS, List.of(denial(5, null, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectRuledOut(When.NOW);
    enforcing()
        .given(AgentFacts.DENIALS, List.of(denial(5, null, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void leavesDenialsOutsideTheWindowAlone() {
    enforcing()
        .given(AgentFacts.DENIALS, List.of(denial(-500, true, true)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectInconclusive();
  }

  @Test
  void rulesOutASystemWithoutSelinux() {
    rule.givenAbsent(AgentFacts.SELINUX).expectRuledOut(When.NOW);
    rule.given(AgentFacts.SELINUX, state(SelinuxState.Mode.DISABLED)).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeRead() {
    rule.givenUnavailable(AgentFacts.SELINUX, UnavailableReason.NOT_RECORDED).expectInconclusive();
    enforcing()
        .givenUnavailable(AgentFacts.DENIALS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive()
        .withMissing(AgentFacts.DENIALS);
  }

  private DiagnosticTester enforcing() {
    return rule.given(AgentFacts.SELINUX, state(SelinuxState.Mode.ENFORCING));
  }

  private static SelinuxState state(SelinuxState.Mode mode) {
    return new SelinuxState(mode, "/etc/selinux/config", 2, false);
  }

  private static AccessDenial denial(long minutes, @Nullable Boolean refused, boolean onFiles) {
    return new AccessDenial(
        "/var/log/audit/audit.log",
        42,
        NIGHT.plus(Duration.ofMinutes(minutes)),
        "execute",
        "handle.sh",
        onFiles ? "/var/lib/waagent/x" : "/proc/kcore",
        onFiles,
        refused,
        "avc:  denied  { execute }");
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
