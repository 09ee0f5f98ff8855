package io.github.backupdiag.internal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.RuleTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsDisabledInAgentConfigTest {

  private final RuleTester rule = RuleTester.of(new ExtensionsDisabledInAgentConfig());

  @ParameterizedTest
  @ValueSource(strings = {"n", "N"})
  void confirmsOnlyTheLetterN(String value) {
    RuleTester test = with(new AgentConfig.Entry("Extensions.Enabled", value, 9));
    assertThat(test.summary()).isEqualTo("confirmed CERTAIN NOW");
    assertThat(test.evidence().get(0).file()).isEqualTo("/etc/waagent.conf");
    assertThat(test.evidence().get(0).line()).isEqualTo(9);
    assertThat(test.evidence().get(0).excerpt()).isEqualTo("Extensions.Enabled=" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "no", "false", "0", "", "nn"})
  void rulesOutEveryOtherWord(String value) {
    assertThat(with(new AgentConfig.Entry("Extensions.Enabled", value, 9)).summary())
        .isEqualTo("ruled out NOW");
  }

  @Test
  void rulesOutAMissingLine() {
    assertThat(with(new AgentConfig.Entry("Provisioning.Agent", "auto", 3)).summary())
        .isEqualTo("ruled out NOW");
  }

  @Test
  void ignoresTheSpellingOfTheArticle() {
    assertThat(with(new AgentConfig.Entry("Extensions.Enable", "n", 3)).summary())
        .isEqualTo("ruled out NOW");
  }

  @Test
  void letsTheLastLineWin() {
    assertThat(
            with(
                    new AgentConfig.Entry("Extensions.Enabled", "n", 3),
                    new AgentConfig.Entry("Extensions.Enabled", "y", 30))
                .summary())
        .isEqualTo("ruled out NOW");
  }

  @Test
  void doesNotJudgeWithoutTheFile() {
    assertThat(rule.givenAbsent(GuestFacts.AGENT_CONFIG).summary()).isEqualTo("inconclusive");
    assertThat(
            rule.givenUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED)
                .summary())
        .isEqualTo("inconclusive");
  }

  private RuleTester with(AgentConfig.Entry... entries) {
    return rule.given(
        GuestFacts.AGENT_CONFIG, new AgentConfig("/etc/waagent.conf", List.of(entries)));
  }
}
