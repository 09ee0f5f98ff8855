package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentMissingTest {

  private static final AgentInstallation NOTHING =
      new AgentInstallation(List.of(), List.of(), List.of(), null);

  private final DiagnosticTester rule = DiagnosticTester.of(new GuestAgentMissing()).wordedBy();

  @Test
  void confirmsWhenNothingOfAnAgentIsThere() {
    CheckedVerdict verdict =
        rule.given(GuestFacts.AGENT_INSTALLATION, NOTHING)
            .given(
                GuestFacts.OS,
                new GuestOs(GuestOs.Family.LINUX, "debian", "12", List.of(), "Debian"))
            .expectConfirmed(When.NOW, Confidence.CERTAIN);
    verdict.withArgument("unit", "walinuxagent");
  }

  @Test
  void rulesOutWhenAUnitFileIsThere() {
    CheckedVerdict verdict =
        rule.given(
                GuestFacts.AGENT_INSTALLATION,
                new AgentInstallation(
                    List.of("/usr/lib/systemd/system/waagent.service"), List.of(), List.of(), null))
            .expectRuledOut(When.NOW);
    assertThat(evidence(verdict).get(0).file())
        .isEqualTo("/usr/lib/systemd/system/waagent.service");
  }

  @Test
  void rulesOutWhenOnlyTheProgramIsThere() {
    rule.given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(List.of(), List.of("/usr/sbin/waagent"), List.of(), null))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotCallARemovedAgentMissing() {
    assertThat(
            evidence(
                rule.given(
                        GuestFacts.AGENT_INSTALLATION,
                        new AgentInstallation(
                            List.of(), List.of(), List.of("/var/lib/waagent"), null))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void believesARunningProcessMoreThanAnEmptySearch() {
    rule.given(GuestFacts.AGENT_INSTALLATION, NOTHING)
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatItMayNotRead() {
    assertThat(
            evidence(
                rule.givenUnavailable(
                        GuestFacts.AGENT_INSTALLATION, UnavailableReason.NOT_PERMITTED)
                    .expectInconclusive()))
        .isEmpty();
    assertThat(evidence(rule.givenAbsent(GuestFacts.AGENT_INSTALLATION).expectInconclusive()))
        .isEmpty();
  }
}
