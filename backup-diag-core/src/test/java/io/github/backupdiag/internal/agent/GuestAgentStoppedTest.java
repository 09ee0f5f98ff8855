package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestAgentStoppedTest {

  private static final Instant STOP = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestAgentStopped())
          .wordedBy()
          .given(GuestFacts.AGENT_LOG, Samples.log(STOP.minusSeconds(2)));

  @Test
  void confirmsAStopThatTheSystemOutlived() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/var/log/syslog");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(42);
  }

  @Test
  void doesNotTakeAShutdownForAStop() {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofSeconds(3)))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void doesNotBelieveAStopThatTheAgentOutlived() {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)))
                    .given(GuestFacts.AGENT_LOG, Samples.log(STOP.plus(Duration.ofHours(4))))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void wantsTheUnitToAgreeWhereTheLogHasNoYear() {
    DiagnosticTester test =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, null, Duration.ofHours(5)));
    assertThat(evidence(test.expectInconclusive())).isNotEmpty();
    test.given(
            GuestFacts.AGENT_UNIT, new AgentUnit("waagent", AgentUnit.State.DISABLED, "/x", null))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void saysNothingOfAStartedOrRunningAgent() {
    rule.given(GuestFacts.AGENT_SERVICE_LOG, line(false, STOP, Duration.ofHours(5)))
        .expectNotApplicable();
    rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(9L), List.of(10L)))
        .expectNotApplicable();
  }

  @Test
  void doesNotJudgeAnUnreadableLog() {
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.AGENT_SERVICE_LOG, UnavailableReason.NOT_PERMITTED)
                    .expectInconclusive()))
        .isEmpty();
    rule.givenAbsent(GuestFacts.AGENT_SERVICE_LOG).expectNotApplicable();
  }

  private static AgentServiceLog line(boolean stopped, @Nullable Instant at, Duration after) {
    return new AgentServiceLog(
        "/var/log/syslog", 42, "systemd[1]: Stopped Azure Linux Agent.", stopped, at, after);
  }
}
