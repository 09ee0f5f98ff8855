package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFolderMovedTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new AgentFolderMoved()).wordedBy();

  @Test
  void mentionsAnotherFolderWithoutBlamingIt() {
    assertThat(evidence(of("/opt/agent").expectInconclusive())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/lib/waagent", "/var/lib/waagent/", "relative", ""})
  void saysNothingOfTheUsualOne(String folder) {
    of(folder).expectNotApplicable();
  }

  @Test
  void doesNotJudgeWithoutTheFile() {
    rule.givenAbsent(GuestFacts.AGENT_CONFIG).expectNotApplicable();
    rule.givenUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester of(String folder) {
    return rule.given(
        GuestFacts.AGENT_CONFIG,
        new AgentConfig("/etc/waagent.conf", List.of(new AgentConfig.Entry("Lib.Dir", folder, 4))));
  }
}
