package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.GoalStateFiles;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinuxAgentStaleGoalStateFilesTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new LinuxAgentStaleGoalStateFiles()).wordedBy();

  @Test
  void hintsAtVeryManyFilesOfAnOldAgent() {
    assertThat(evidence(of(300, "2.2.14").expectInconclusive())).hasSize(1);
  }

  @Test
  void findsSomeFilesAndThoseOfNewerAgentsNormal() {
    assertThat(evidence(of(4, "2.2.14").expectInconclusive())).isEmpty();
    assertThat(evidence(of(300, "2.9.1.1").expectInconclusive())).isEmpty();
    assertThat(evidence(of(300, null).expectInconclusive())).isEmpty();
  }

  @Test
  void rulesOutAFolderWithoutThem() {
    of(0, "2.2.14").expectRuledOut(When.NOW).withEvidence("/var/lib/waagent", 0);
  }

  @Test
  void doesNotJudgeAHiddenFolder() {
    rule.givenUnavailable(AgentFacts.GOAL_STATE_FILES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.givenAbsent(AgentFacts.GOAL_STATE_FILES).expectInconclusive();
  }

  private DiagnosticTester of(int count, @Nullable String version) {
    return rule.given(
            AgentFacts.GOAL_STATE_FILES,
            new GoalStateFiles(
                "/var/lib/waagent", count, count == 0 ? "" : "/var/lib/waagent/GoalState.1.xml"))
        .given(
            GuestFacts.AGENT_INSTALLATION,
            new AgentInstallation(List.of("/x"), List.of(), List.of(), version));
  }
}
