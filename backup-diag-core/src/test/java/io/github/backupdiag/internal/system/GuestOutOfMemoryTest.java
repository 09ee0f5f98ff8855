package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestOutOfMemoryTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestOutOfMemory())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAKilledExtensionWithATraceThatAgrees() {
    killed("python3", 5)
        .given(GuestFacts.AGENT_LOG, log("wa-nonzero-137", 5, "Non-zero exit code: 137, x"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withEvidence("/var/log/messages", 3);
    killed("safefreeze", 5)
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlyHintsAtAnotherProgramOrWithoutATrace() {
    assertThat(
            evidence(
                killed("mysqld", 5)
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .expectInconclusive()))
        .hasSize(2);
    assertThat(evidence(killed("python3", 5).expectInconclusive())).hasSize(1);
  }

  @Test
  void saysNothingOfOtherTimesAndUnreadLogs() {
    killed("python3", -500).expectNotApplicable();
    rule.givenUnavailable(GuestFacts.logEvents("kernel"), UnavailableReason.NOT_PERMITTED)
        .expectNotApplicable();
  }

  private DiagnosticTester killed(String task, long minutes) {
    Instant time = NIGHT.plus(Duration.ofMinutes(minutes));
    return rule.given(
        GuestFacts.logEvents("kernel"),
        Samples.log(
            time,
            new LogEvent(
                "k-oom-kill",
                "/var/log/messages",
                3,
                time,
                "vm kernel: Out of memory: Killed process 2113 (" + task + ") total-vm:812345kB")));
  }

  private static LogEvents log(String signature, long minutes, String text) {
    return Samples.log(
        NIGHT.plus(Duration.ofMinutes(minutes)),
        Samples.agentLine(signature, NIGHT.plus(Duration.ofMinutes(minutes)), text));
  }
}
