package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxAgentCgroupErrorTest {

  private static final Instant NIGHT = Samples.NIGHT;
  private static final String LINE = "'Cgroup hierarchy cpu not found in /proc/cgroups'";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new LinuxAgentCgroupError())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAnOldAgentThatFindsNoController() {
    rule.given(GuestFacts.AGENT_INSTALLATION, agent("2.2.40"))
        .given(AgentFacts.CGROUP_CONTROLLERS, List.of("memory"))
        .given(GuestFacts.AGENT_LOG, log("wa-cgroup-cpu-missing", 5, LINE))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 17);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.2.41", "2.9.1.1", "2.10"})
  void rulesOutANewerAgent(String version) {
    rule.given(GuestFacts.AGENT_INSTALLATION, agent(version))
        .given(GuestFacts.AGENT_LOG, log("wa-cgroup-cpu-missing", 5, LINE))
        .expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutAKernelWithTheController() {
    rule.given(GuestFacts.AGENT_INSTALLATION, agent("2.2.18"))
        .given(AgentFacts.CGROUP_CONTROLLERS, List.of("cpu", "memory"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotConfirmWithoutALineInsideTheWindow() {
    rule.given(GuestFacts.AGENT_INSTALLATION, agent("2.2.18"))
        .given(GuestFacts.AGENT_LOG, log("wa-cgroup-cpu-missing", -500, LINE))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutAVersion() {
    rule.given(GuestFacts.AGENT_INSTALLATION, agent(null)).expectInconclusive();
    rule.givenUnavailable(GuestFacts.AGENT_INSTALLATION, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static AgentInstallation agent(@Nullable String version) {
    return new AgentInstallation(List.of("/x"), List.of(), List.of(), version);
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
