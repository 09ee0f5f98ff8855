package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentNotRunningTest {

  private static final AgentProcesses NONE = new AgentProcesses(List.of(), List.of());
  private static final AgentInstallation INSTALLED =
      new AgentInstallation(
          List.of("/lib/systemd/system/walinuxagent.service"), List.of(), List.of(), "2.9.1.1");

  private final RuleTester rule =
      RuleTester.of(new GuestAgentNotRunning()).given(GuestFacts.AGENT_INSTALLATION, INSTALLED);

  @Test
  void confirmsAnInstalledAgentWithoutProcess() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_PROCESSES, NONE, "/proc")
            .given(
                GuestFacts.AGENT_UNIT,
                new AgentUnit(
                    "walinuxagent",
                    AgentUnit.State.DISABLED,
                    "/lib/systemd/system/walinuxagent.service",
                    null));
    assertThat(test.summary()).isEqualTo("confirmed CERTAIN NOW");
    assertThat(test.argument("unit")).isEqualTo("walinuxagent");
    assertThat(test.evidence().get(0).file()).isEqualTo("/proc");
  }

  @Test
  void rulesOutWhenBothProcessesRun() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of(1044L)));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void takesTheDaemonAloneForAHint() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void takesTheHandlerAloneForAHint() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(), List.of(1044L)));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void leavesAnAbsentAgentToTheOtherRule() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_PROCESSES, NONE)
            .given(
                GuestFacts.AGENT_INSTALLATION,
                new AgentInstallation(List.of(), List.of(), List.of(), null));
    assertThat(test.summary()).isEqualTo("not applicable");
  }

  @Test
  void doesNotJudgeACopyWithoutProcessList() {
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_RECORDED)
                .summary())
        .isEqualTo("inconclusive");
    assertThat(rule.givenAbsent(GuestFacts.AGENT_PROCESSES).summary()).isEqualTo("inconclusive");
  }
}
