package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentAsleepTest {

  private static final LogEvent LINE =
      Samples.agentLine(
          "wa-agent-disabled",
          Samples.NIGHT,
          "WARNING Daemon Daemon Disabling the guest agent by sleeping forever");

  private final RuleTester rule = RuleTester.of(new GuestAgentAsleep());

  @Test
  void confirmsALogThatEndsWithTheLine() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT.plusMillis(4), LINE));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence().get(0).line()).isEqualTo(17);
  }

  @Test
  void saysNothingWhenTheAgentWoke() {
    RuleTester test =
        rule.given(
            GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT.plus(Duration.ofHours(1)), LINE));
    assertThat(test.summary()).isEqualTo("not applicable");
  }

  @Test
  void believesARunningHandlerMore() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT, LINE))
            .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(8L), List.of(9L)));
    assertThat(test.summary()).isEqualTo("not applicable");
  }

  @Test
  void saysNothingWithoutTheLine() {
    assertThat(rule.givenAbsent(GuestFacts.AGENT_LOG).summary()).isEqualTo("not applicable");
    assertThat(rule.given(GuestFacts.AGENT_LOG, Samples.log(Samples.NIGHT)).summary())
        .isEqualTo("not applicable");
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED).summary())
        .isEqualTo("inconclusive");
  }
}
