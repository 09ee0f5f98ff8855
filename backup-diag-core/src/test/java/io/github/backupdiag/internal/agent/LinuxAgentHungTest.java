package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinuxAgentHungTest {

  private static final Instant NIGHT = Samples.NIGHT;
  private static final AgentProcesses BOTH = new AgentProcesses(List.of(8L), List.of(9L));

  private final DiagnosticTester rule =
      DiagnosticTester.of(new LinuxAgentHung())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsASilentAgentThatRunsWithACodeThatAgrees() {
    silentFor(41)
        .given(GuestFacts.AGENT_PROCESSES, BOTH)
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 7)
        .withEvidence("evidence.linux-agent-hung.process")
        .withArgument("unit", "walinuxagent");
  }

  @Test
  void confirmsASilentAgentWhoseLogGoesOn() {
    rule.given(GuestFacts.OS, os())
        .given(AgentFacts.LIFE, life(NIGHT, null, NIGHT.plus(Duration.ofMinutes(50))))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(55)))
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("evidence.linux-agent-hung.log-goes-on");
  }

  @Test
  void onlyHintsWithoutACode() {
    assertThat(evidence(silentFor(41).given(GuestFacts.AGENT_PROCESSES, BOTH).expectInconclusive()))
        .hasSize(2);
  }

  @Test
  void doesNotTakeAMachineThatWasSwitchedOffForAHungAgent() {
    assertThat(
            evidence(
                silentFor(500)
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void leavesAnAgentThatDoesNotRunToAnotherRule() {
    silentFor(500)
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(), List.of()))
        .expectNotApplicable();
  }

  @Test
  void rulesOutByTheNewestSignOfLife() {
    silentFor(39).expectRuledOut(When.NOW).withEvidence("/var/log/waagent.log", 7);
    rule.given(
            AgentFacts.LIFE,
            life(NIGHT.minus(Duration.ofDays(2)), NIGHT, NIGHT.minus(Duration.ofDays(2))))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(5)))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotTakeALivingProcessForASignOfLife() {
    assertThat(evidence(silentFor(41).given(GuestFacts.AGENT_PROCESSES, BOTH).expectInconclusive()))
        .extracting(one -> one.text().id())
        .contains("evidence.linux-agent-hung.silent");
  }

  @Test
  void knowsThatTenMinutesAreTheLimitOfAnotherFile() {
    silentFor(11)
        .given(GuestFacts.AGENT_PROCESSES, BOTH)
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesTheNewerOfHeartbeatAndReport() {
    Instant now = NIGHT.plus(Duration.ofMinutes(5));
    Instant old = NIGHT.minus(Duration.ofDays(2));
    rule.given(AgentFacts.LIFE, life(old, NIGHT, old))
        .given(BackupFacts.REFERENCE_TIME, now)
        .expectRuledOut(When.NOW);
    rule.given(AgentFacts.LIFE, life(NIGHT, old, NIGHT))
        .given(BackupFacts.REFERENCE_TIME, now)
        .expectRuledOut(When.NOW);
  }

  @Test
  void confirmsAWaitForAProcessThatIsGone() {
    rule.given(GuestFacts.AGENT_LOG, waits(0, 10, 16))
        .given(AgentFacts.LIFE, life(null, null, NIGHT))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withExcerpt("orphan process 4035");
  }

  @Test
  void allowsAnAgentToWaitForAQuarterOfAnHour() {
    rule.given(GuestFacts.AGENT_LOG, waits(0, 10, 14))
        .given(AgentFacts.LIFE, life(NIGHT, null, NIGHT))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(20)))
        .expectRuledOut(When.NOW);
    rule.given(GuestFacts.AGENT_LOG, waits(-300, -200, -100))
        .given(AgentFacts.LIFE, life(null, null, NIGHT))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    rule.givenUnavailable(AgentFacts.LIFE, UnavailableReason.NOT_PERMITTED).expectInconclusive();
    rule.givenAbsent(AgentFacts.LIFE).expectInconclusive();
  }

  private DiagnosticTester silentFor(int minutes) {
    return rule.given(GuestFacts.OS, os())
        .given(AgentFacts.LIFE, life(NIGHT, null, NIGHT))
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(minutes)));
  }

  private static GuestOs os() {
    return new GuestOs(GuestOs.Family.LINUX, "debian", "12", List.of(), "");
  }

  private static AgentLife life(
      @Nullable Instant heartbeat, @Nullable Instant reported, Instant newestLine) {
    return new AgentLife(
        "/var/log/waagent.log",
        heartbeat == null ? 0 : 7,
        heartbeat,
        heartbeat == null ? "" : "[HEARTBEAT] Agent",
        9,
        newestLine,
        reported,
        List.of());
  }

  private static LogEvents waits(long... minutes) {
    LogEvent[] events = new LogEvent[minutes.length];
    for (int i = 0; i < minutes.length; i++) {
      events[i] =
          new LogEvent(
              "wa-orphan-waiting",
              "/var/log/waagent.log",
              i + 1,
              NIGHT.plus(Duration.ofMinutes(minutes[i])),
              "waiting for orphan process 4035 to terminate");
    }
    return Samples.log(NIGHT, events);
  }
}
