package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.AgentPolicy;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentPolicyBlocksExtensionTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new AgentPolicyBlocksExtension())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static final String PATH = "/etc/waagent_policy.json";
  private static final AgentPolicy OTHERS = new AgentPolicy(PATH, true, true, List.of("A.B"));
  private static final AgentConfig OBEYED =
      new AgentConfig(
          "/etc/waagent.conf",
          List.of(new AgentConfig.Entry("Debug.EnableExtensionPolicy", "y", 9)));

  @Test
  void confirmsAListWithoutTheExtensionThatTheAgentObeys() {
    rule.given(ExtensionFacts.AGENT_POLICY, OTHERS)
        .given(GuestFacts.AGENT_CONFIG, OBEYED)
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withArgument("file", PATH);
  }

  @Test
  void confirmsADamagedFileWithALineOfThatNight() {
    rule.given(ExtensionFacts.AGENT_POLICY, new AgentPolicy(PATH, false, false, List.of()))
        .given(
            GuestFacts.AGENT_LOG,
            Extension.agentLog("wa-policy-invalid", "Customer-provided policy file"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsAFileThatNothingShowsToBeObeyed() {
    assertThat(
            evidence(
                rule.given(ExtensionFacts.AGENT_POLICY, OTHERS)
                    .given(
                        GuestFacts.AGENT_LOG,
                        Extension.agentLog("wa-ext-policy", "because Other is not allowed"))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhereItIsListedOrNothingIs() {
    rule.given(
            ExtensionFacts.AGENT_POLICY,
            new AgentPolicy(
                PATH, true, true, List.of("microsoft.azure.recoveryservices.vmsnapshotlinux")))
        .expectRuledOut(When.NOW);
    rule.given(ExtensionFacts.AGENT_POLICY, new AgentPolicy(PATH, true, false, List.of()))
        .expectRuledOut(When.NOW);
    rule.givenAbsent(ExtensionFacts.AGENT_POLICY).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeAFileThatCannotBeRead() {
    rule.givenUnavailable(ExtensionFacts.AGENT_POLICY, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
