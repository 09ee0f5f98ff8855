package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentAsleepTest {

  private static final LogEvent LINE =
      Samples.agentLine(
          "wa-agent-disabled",
          Samples.NIGHT,
          "WARNING Daemon Daemon Disabling the guest agent by sleeping forever");

  private final DiagnosticTester rule = DiagnosticTester.of(new GuestAgentAsleep()).wordedBy();

  @Test
  void confirmsALogThatEndsWithTheLine() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT.plusMillis(4), LINE))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).line()).isEqualTo(17);
  }

  @Test
  void saysNothingWhenTheAgentWoke() {
    rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT.plus(Duration.ofHours(1)), LINE))
        .expectNotApplicable();
  }

  @Test
  void believesARunningHandlerMore() {
    rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, LINE))
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(8L), List.of(9L)))
        .expectNotApplicable();
  }

  @Test
  void saysNothingWithoutTheLine() {
    rule.givenAbsent(GuestFacts.AGENT_LOG).expectNotApplicable();
    rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT)).expectNotApplicable();
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED)
                    .expectInconclusive()))
        .isEmpty();
  }
}
