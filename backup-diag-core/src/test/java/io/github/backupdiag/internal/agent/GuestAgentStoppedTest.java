package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestAgentStoppedTest {

  private static final Instant STOP = Samples.NIGHT;

  private final RuleTester rule =
      RuleTester.of(new GuestAgentStopped())
          .given(GuestFacts.AGENT_LOG, Samples.log(STOP.minusSeconds(2)));

  @Test
  void confirmsAStopThatTheSystemOutlived() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence().get(0).file()).isEqualTo("/var/log/syslog");
    assertThat(test.evidence().get(0).line()).isEqualTo(42);
  }

  @Test
  void doesNotTakeAShutdownForAStop() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofSeconds(3)));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void doesNotBelieveAStopThatTheAgentOutlived() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)))
            .given(GuestFacts.AGENT_LOG, Samples.log(STOP.plus(Duration.ofHours(4))));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void wantsTheUnitToAgreeWhereTheLogHasNoYear() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, null, Duration.ofHours(5)));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
    assertThat(
            test.given(
                    GuestFacts.AGENT_UNIT,
                    new AgentUnit("waagent", AgentUnit.State.DISABLED, "/x", null))
                .summary())
        .isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void saysNothingOfAStartedOrRunningAgent() {
    assertThat(
            rule.given(GuestFacts.AGENT_SERVICE_LOG, line(false, STOP, Duration.ofHours(5)))
                .summary())
        .isEqualTo("not applicable");
    assertThat(
            rule.given(GuestFacts.AGENT_SERVICE_LOG, line(true, STOP, Duration.ofHours(5)))
                .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(9L), List.of(10L)))
                .summary())
        .isEqualTo("not applicable");
  }

  @Test
  void doesNotJudgeAnUnreadableLog() {
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_SERVICE_LOG, UnavailableReason.NOT_PERMITTED)
                .summary())
        .isEqualTo("inconclusive");
    assertThat(rule.givenAbsent(GuestFacts.AGENT_SERVICE_LOG).summary())
        .isEqualTo("not applicable");
  }

  private static AgentServiceLog line(boolean stopped, @Nullable Instant at, Duration after) {
    return new AgentServiceLog(
        "/var/log/syslog", 42, "systemd[1]: Stopped Azure Linux Agent.", stopped, at, after);
  }
}
