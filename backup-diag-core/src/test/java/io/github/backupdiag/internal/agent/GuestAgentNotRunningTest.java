package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentNotRunningTest {

  private static final AgentProcesses NONE = new AgentProcesses(List.of(), List.of());
  private static final AgentInstallation INSTALLED =
      new AgentInstallation(
          List.of("/lib/systemd/system/walinuxagent.service"), List.of(), List.of(), "2.9.1.1");

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestAgentNotRunning())
          .wordedBy()
          .given(GuestFacts.AGENT_INSTALLATION, INSTALLED);

  @Test
  void confirmsAnInstalledAgentWithoutProcess() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_PROCESSES, NONE, "/proc")
            .given(
                GuestFacts.AGENT_UNIT,
                new AgentUnit(
                    "walinuxagent",
                    AgentUnit.State.DISABLED,
                    "/lib/systemd/system/walinuxagent.service",
                    null))
            .expectConfirmed(When.NOW, Confidence.CERTAIN);
    verdict.withArgument("unit", "walinuxagent");
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/proc");
  }

  @Test
  void rulesOutWhenBothProcessesRun() {
    rule.given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of(1044L)))
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesTheDaemonAloneForAHint() {
    assertThat(
            evidence(
                rule.given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void takesTheHandlerAloneForAHint() {
    assertThat(
            evidence(
                rule.given(
                        GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(), List.of(1044L)))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void leavesAnAbsentAgentToTheOtherRule() {
    rule.given(GuestFacts.AGENT_PROCESSES, NONE)
        .given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(List.of(), List.of(), List.of(), null))
        .expectNotApplicable();
  }

  @Test
  void doesNotJudgeACopyWithoutProcessList() {
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_RECORDED)
                    .expectInconclusive()))
        .isEmpty();
    assertThat(evidence(rule.givenAbsent(GuestFacts.AGENT_PROCESSES).expectInconclusive()))
        .isEmpty();
  }
}
