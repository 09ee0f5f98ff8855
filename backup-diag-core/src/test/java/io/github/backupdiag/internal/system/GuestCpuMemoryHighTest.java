package io.github.backupdiag.internal.system;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.GuestLoad;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestCpuMemoryHighTest {

  private static final Instant NIGHT = Samples.NIGHT;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestCpuMemoryHigh())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsAnOverloadAtTheMomentOfTheFailure() {
    of(9.5, 80)
        .given(BackupFacts.MATCHES, List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
        .given(BackupFacts.FAILED_AT, NIGHT)
        .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofMinutes(10)))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/proc/loadavg", 1);
  }

  @Test
  void onlyHintsAtAnOverloadOfAnotherTime() {
    assertThat(
            evidence(
                of(9.5, 80)
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("GuestAgentSnapshotTaskStatusError")))
                    .given(BackupFacts.FAILED_AT, NIGHT)
                    .given(BackupFacts.REFERENCE_TIME, NIGHT.plus(Duration.ofHours(6)))
                    .expectInconclusive()))
        .hasSize(1);
    assertThat(evidence(of(9.5, -1).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutALoadThatTheProcessorsBear() {
    of(1.9, 80).expectRuledOut(When.NOW);
    of(9.5, 10).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeSeen() {
    rule.given(AgentFacts.LOAD, new GuestLoad(9, 0, -1, 0, 0)).expectInconclusive();
    rule.givenUnavailable(AgentFacts.LOAD, UnavailableReason.NOT_RECORDED).expectInconclusive();
  }

  private DiagnosticTester of(double load, double pressure) {
    return rule.given(AgentFacts.LOAD, new GuestLoad(load, 2, pressure, 1 << 30, 1 << 29));
  }
}
