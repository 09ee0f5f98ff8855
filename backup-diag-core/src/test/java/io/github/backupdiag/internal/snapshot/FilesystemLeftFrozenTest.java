package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.FREEZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.StuckTasks;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilesystemLeftFrozenTest {

  private static final FreezeRun OPEN = Night.run(FREEZE, false, null);
  private static final StuckTasks.Task WRITER =
      new StuckTasks.Task(812, "mysqld", "__sb_start_write");

  private final DiagnosticTester rule = Night.rule(new FilesystemLeftFrozen());

  @Test
  void confirmsTasksThatHangInAFreezeOfAnHourAgo() {
    CheckedVerdict verdict =
        live(WRITER)
            .given(SnapshotFacts.FREEZE_RUN, OPEN)
            .given(BackupFacts.REFERENCE_TIME, FREEZE.plus(Duration.ofHours(1)))
            .expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).excerpt()).isEqualTo("__sb_start_write");
  }

  @Test
  void takesAFreezeOfAMinuteAgoForABackupUnderWay() {
    assertThat(
            evidence(
                live(WRITER)
                    .given(SnapshotFacts.FREEZE_RUN, OPEN)
                    .given(BackupFacts.REFERENCE_TIME, FREEZE.plus(Duration.ofMinutes(1)))
                    .expectInconclusive()))
        .isNotEmpty();
  }

  @Test
  void takesHangingTasksWithoutAnOpenFreezeForAHint() {
    Instant now = FREEZE.plus(Duration.ofHours(1));
    assertThat(evidence(live(WRITER).given(BackupFacts.REFERENCE_TIME, now).expectInconclusive()))
        .hasSize(1);
    assertThat(
            evidence(
                live(WRITER)
                    .given(BackupFacts.REFERENCE_TIME, now)
                    .given(SnapshotFacts.FREEZE_RUN, Night.run(FREEZE, true, null))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhereNothingWaitsForAThaw() {
    live().expectRuledOut(When.NOW);
    live(new StuckTasks.Task(9, "kworker", "folio_wait_bit_common"))
        .given(SnapshotFacts.FREEZE_RUN, OPEN)
        .expectRuledOut(When.NOW);
  }

  @Test
  void confirmsOnACopyWhatTheKernelSawRightAfterTheFreeze() {
    copy(OPEN)
        .given(SnapshotFacts.KERNEL_LOG, Night.kernel(hung(FREEZE.plusSeconds(130))))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void ignoresTasksThatHungBeforeTheFreezeOrMuchLater() {
    assertThat(
            evidence(
                copy(OPEN)
                    .given(
                        SnapshotFacts.KERNEL_LOG,
                        Night.kernel(hung(FREEZE.minusSeconds(5)), hung(FREEZE.plusSeconds(2700))))
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void takesALogThatEndsWithAFreezeForNothing() {
    assertThat(evidence(copy(OPEN).expectInconclusive())).isEmpty();
  }

  @Test
  void takesAFreezeThatWasFollowedByAnotherRunForAHint() {
    FreezeRun again = Night.run(FREEZE, false, FREEZE.plusSeconds(900));
    assertThat(evidence(copy(again).expectInconclusive())).hasSize(1);
  }

  @Test
  void rulesOutAFreezeThatEnded() {
    Night.log(copy(Night.run(FREEZE, true, null))).expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotRuleOutWhereTheSettingsKeepTheLogQuiet() {
    Night.log(copy(Night.run(FREEZE, true, null)))
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("LoggingOff", "1"))
        .expectInconclusive();
  }

  @Test
  void takesHungTasksWithoutAFreezeForSlowDisks() {
    assertThat(
            evidence(
                rule.given(SnapshotFacts.KERNEL_LOG, Night.kernel(hung(FREEZE.plusSeconds(130))))
                    .givenAbsent(SnapshotFacts.FREEZE_RUN)
                    .expectInconclusive()))
        .isEmpty();
    live()
        .given(SnapshotFacts.KERNEL_LOG, Night.kernel(hung(FREEZE.plusSeconds(130))))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWithoutProcessesAndFreeze() {
    rule.givenUnavailable(SnapshotFacts.STUCK_TASKS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
    rule.givenAbsent(SnapshotFacts.FREEZE_RUN).expectInconclusive();
  }

  private DiagnosticTester live(StuckTasks.Task... tasks) {
    return rule.given(SnapshotFacts.STUCK_TASKS, new StuckTasks(List.of(tasks)));
  }

  private DiagnosticTester copy(FreezeRun run) {
    return rule.given(SnapshotFacts.FREEZE_RUN, run);
  }

  private static LogEvent hung(Instant at) {
    return new LogEvent(
        "k-hung",
        "/var/log/kern.log",
        3,
        at,
        "vm kernel: INFO: task mysqld:812 blocked for more than 120 seconds.");
  }
}
