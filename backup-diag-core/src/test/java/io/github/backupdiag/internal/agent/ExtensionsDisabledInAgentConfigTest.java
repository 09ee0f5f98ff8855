package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsDisabledInAgentConfigTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new ExtensionsDisabledInAgentConfig()).wordedBy();

  @ParameterizedTest
  @ValueSource(strings = {"n", "N"})
  void confirmsOnlyTheLetterN(String value) {
    CheckedVerdict verdict =
        with(new AgentConfig.Entry("Extensions.Enabled", value, 9))
            .expectConfirmed(When.NOW, Confidence.CERTAIN);
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/etc/waagent.conf");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(9);
    assertThat(evidence(verdict).get(0).excerpt()).isEqualTo("Extensions.Enabled=" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "no", "false", "0", "", "nn"})
  void rulesOutEveryOtherWord(String value) {
    with(new AgentConfig.Entry("Extensions.Enabled", value, 9)).expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutAMissingLine() {
    with(new AgentConfig.Entry("Provisioning.Agent", "auto", 3)).expectRuledOut(When.NOW);
  }

  @Test
  void ignoresTheSpellingOfTheArticle() {
    with(new AgentConfig.Entry("Extensions.Enable", "n", 3)).expectRuledOut(When.NOW);
  }

  @Test
  void letsTheLastLineWin() {
    with(
            new AgentConfig.Entry("Extensions.Enabled", "n", 3),
            new AgentConfig.Entry("Extensions.Enabled", "y", 30))
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesAPartOfTheFileForLikelyAndForNothingMore() {
    AgentConfig.Entry off = new AgentConfig.Entry("Extensions.Enabled", "n", 9);
    AgentConfig.Entry other = new AgentConfig.Entry("Provisioning.Agent", "auto", 3);

    rule.given(GuestFacts.AGENT_CONFIG, new AgentConfig("input", List.of(off), false))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    rule.given(GuestFacts.AGENT_CONFIG, new AgentConfig("input", List.of(other), false))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutTheFile() {
    assertThat(evidence(rule.givenAbsent(GuestFacts.AGENT_CONFIG).expectInconclusive())).isEmpty();
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED)
                    .expectInconclusive()))
        .isEmpty();
  }

  private DiagnosticTester with(AgentConfig.Entry... entries) {
    return rule.given(
        GuestFacts.AGENT_CONFIG, new AgentConfig("/etc/waagent.conf", List.of(entries)));
  }
}
