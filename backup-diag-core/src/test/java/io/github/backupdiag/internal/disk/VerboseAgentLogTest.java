package io.github.backupdiag.internal.disk;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerboseAgentLogTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new VerboseAgentLog())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void hintsWhereTheDiskWasFull() {
    assertThat(evidence(of("y", 5).expectInconclusive()))
        .singleElement()
        .satisfies(e -> assertThat(e.file()).isEqualTo("/etc/waagent.conf"));
  }

  @Test
  void saysNothingWhereTheLogIsQuietOrThereWasRoom() {
    of("n", 5).expectNotApplicable();
    of("y", -500).expectNotApplicable();
    rule.givenAbsent(GuestFacts.AGENT_CONFIG).expectNotApplicable();
  }

  private DiagnosticTester of(String verbose, long minutes) {
    return rule.given(
            GuestFacts.AGENT_CONFIG,
            new AgentConfig(
                "/etc/waagent.conf", List.of(new AgentConfig.Entry("Logs.Verbose", verbose, 9))))
        .given(
            GuestFacts.AGENT_LOG,
            log("wa-errno-28", minutes, "[Errno 28] No space left on device: '/var/log/x'"));
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
