package io.github.backupdiag.internal.disk;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuestDiskFullTest {

  private static final Instant INSIDE = Samples.NIGHT.plusSeconds(30);
  private static final String NO_SPACE = "[Errno 28] No space left on device";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestDiskFull()).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsALineOfTheFailedJob() {
    CheckedVerdict verdict =
        with(line(INSIDE, NO_SPACE + ": '/var/lib/waagent/history/1.zip'"))
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).file()).isEqualTo("/var/log/waagent.log");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(17);
    assertThat(evidence(verdict).get(0).time()).isEqualTo(INSIDE);
  }

  @Test
  void confirmsALineOfTheExtension() {
    rule.given(
            GuestFacts.EXTENSION_LOG,
            Samples.log(
                INSIDE,
                new LogEvent(
                    "ext-status-file-failed",
                    "/var/log/azure/x/extension.log",
                    5,
                    INSIDE,
                    "Status file creation failed with error: " + NO_SPACE)))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesALineOfAnotherNightForAHint() {
    assertThat(
            evidence(
                with(line(Samples.NIGHT.minus(Duration.ofDays(2)), NO_SPACE)).expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void takesALineForAHintWithoutAWindow() {
    assertThat(
            evidence(
                with(line(INSIDE, NO_SPACE))
                    .givenUnavailable(BackupFacts.WINDOW, UnavailableReason.NO_PROBE)
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void ignoresLinesThatOnlyPointThere() {
    LogEvent line =
        Samples.agentLine("wa-handler-status-save", INSIDE, "[Errno 2] No such file or directory");
    assertThat(evidence(with(line).expectInconclusive())).isEmpty();
  }

  @Test
  void ignoresTheSameErrorOfAKernelFile() {
    assertThat(
            evidence(
                with(line(INSIDE, NO_SPACE + ": '/sys/fs/cgroup/cpu/x/cgroup.procs'"))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void doesNotTakeSilenceForRoom() {
    assertThat(evidence(rule.given(GuestFacts.AGENT_LOG, Samples.log(INSIDE)).expectInconclusive()))
        .isEmpty();
    assertThat(evidence(rule.expectInconclusive())).isEmpty();
  }

  private DiagnosticTester with(LogEvent line) {
    return rule.given(GuestFacts.AGENT_LOG, Samples.log(INSIDE, line));
  }

  private static LogEvent line(Instant time, String text) {
    return Samples.agentLine("wa-errno-28", time, text);
  }
}
