package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.rules.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestAgentMissingTest {

  private static final AgentInstallation NOTHING =
      new AgentInstallation(List.of(), List.of(), List.of(), null);

  private final RuleTester rule = RuleTester.of(new GuestAgentMissing());

  @Test
  void confirmsWhenNothingOfAnAgentIsThere() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_INSTALLATION, NOTHING)
            .given(
                GuestFacts.OS,
                new GuestOs(GuestOs.Family.LINUX, "debian", "12", List.of(), "Debian"));
    assertThat(test.summary()).isEqualTo("confirmed CERTAIN NOW");
    assertThat(test.argument("unit")).isEqualTo("walinuxagent");
  }

  @Test
  void rulesOutWhenAUnitFileIsThere() {
    RuleTester test =
        rule.given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(
                List.of("/usr/lib/systemd/system/waagent.service"), List.of(), List.of(), null));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
    assertThat(test.evidence().get(0).file()).isEqualTo("/usr/lib/systemd/system/waagent.service");
  }

  @Test
  void rulesOutWhenOnlyTheProgramIsThere() {
    RuleTester test =
        rule.given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(List.of(), List.of("/usr/sbin/waagent"), List.of(), null));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void doesNotCallARemovedAgentMissing() {
    RuleTester test =
        rule.given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(List.of(), List.of(), List.of("/var/lib/waagent"), null));
    assertThat(test.summary()).isEqualTo("inconclusive with a hint");
  }

  @Test
  void believesARunningProcessMoreThanAnEmptySearch() {
    RuleTester test =
        rule.given(GuestFacts.AGENT_INSTALLATION, NOTHING)
            .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(812L), List.of()));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void doesNotJudgeWhatItMayNotRead() {
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_INSTALLATION, UnavailableReason.NOT_PERMITTED)
                .summary())
        .isEqualTo("inconclusive");
    assertThat(rule.givenAbsent(GuestFacts.AGENT_INSTALLATION).summary()).isEqualTo("inconclusive");
  }
}
