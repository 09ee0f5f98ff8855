package io.github.backupdiag.internal.agent;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentTools;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinuxAgentDependencyMissingTest {

  private static final Instant NIGHT = Samples.NIGHT;
  private static final String CALL = "ERROR x [Errno 2] No such file or directory: 'openssl'";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new LinuxAgentDependencyMissing())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAMissingProgramThatTheAgentCalled() {
    rule.given(AgentFacts.TOOLS, tools(List.of("openssl"), List.of()))
        .given(GuestFacts.AGENT_LOG, log("wa-tool-errno-2", 5, CALL))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/waagent.log", 17)
        .withArgument("file", "openssl");
  }

  @Test
  void confirmsAMissingModuleThatTheAgentLoads() {
    rule.given(AgentFacts.TOOLS, tools(List.of(), List.of("azurelinuxagent")))
        .given(
            GuestFacts.AGENT_LOG,
            log("wa-module-missing", 5, "ModuleNotFoundError: No module named 'azurelinuxagent'"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("file", "azurelinuxagent");
  }

  @Test
  void believesNoCallWhoseProgramIsThere() {
    rule.given(AgentFacts.TOOLS, tools(List.of(), List.of()))
        .given(GuestFacts.AGENT_LOG, log("wa-tool-errno-2", 5, CALL))
        .expectRuledOut(When.NOW);
  }

  @Test
  void onlyHintsAtAMissingOpensslAndAtNoOther() {
    assertThat(
            evidence(
                rule.given(AgentFacts.TOOLS, tools(List.of("openssl"), List.of()))
                    .given(GuestFacts.AGENT_LOG, log("wa-tool-errno-2", -500, CALL))
                    .expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(
                rule.given(AgentFacts.TOOLS, tools(List.of("parted", "sfdisk"), List.of()))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void doesNotTakeAnotherFileForTheProgram() {
    rule.given(AgentFacts.TOOLS, tools(List.of("ip"), List.of()))
        .given(
            GuestFacts.AGENT_LOG,
            log("wa-tool-errno-2", 5, "[Errno 2] No such file or directory: '/var/lib/zip'"))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutPrograms() {
    rule.givenUnavailable(AgentFacts.TOOLS, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.givenAbsent(AgentFacts.TOOLS).expectInconclusive();
  }

  private static AgentTools tools(List<String> programs, List<String> modules) {
    return new AgentTools(List.of("/usr/bin/sed"), programs, modules);
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
