package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningAgentNotAutoTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ProvisioningAgentNotAuto()).wordedBy();

  @Test
  void onlyAdvisesWhereItIsDisabled() {
    assertThat(evidence(of("disabled").expectInconclusive())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "waagent", "cloud-init", ""})
  void rulesOutWhatWorks(String value) {
    of(value).expectRuledOut(When.NOW).withEvidence("/etc/waagent.conf", 4);
  }

  @Test
  void findsProvisioningThatIsOffInOlderTemplatesNormal() {
    rule.given(
            GuestFacts.AGENT_CONFIG,
            new AgentConfig(
                "/etc/waagent.conf",
                List.of(new AgentConfig.Entry("Provisioning.Enabled", "n", 4))))
        .expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutADefault() {
    rule.given(GuestFacts.AGENT_CONFIG, new AgentConfig("/etc/waagent.conf", List.of()))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotTakeAPartOfTheFileForADefault() {
    rule.given(GuestFacts.AGENT_CONFIG, new AgentConfig("input", List.of(), false))
        .expectNotApplicable();
  }

  @Test
  void doesNotJudgeWithoutTheFile() {
    rule.givenAbsent(GuestFacts.AGENT_CONFIG).expectInconclusive();
    rule.givenUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester of(String value) {
    return rule.given(
        GuestFacts.AGENT_CONFIG,
        new AgentConfig(
            "/etc/waagent.conf", List.of(new AgentConfig.Entry("Provisioning.Agent", value, 4))));
  }
}
