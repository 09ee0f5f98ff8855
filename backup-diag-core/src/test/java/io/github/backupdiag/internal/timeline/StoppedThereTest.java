package io.github.backupdiag.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.request.DiagnosisRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a run stopped lets one think of causes; it proves none. */
class StoppedThereTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final Phrase STOPPED_THERE = Phrase.of("because.stopped-there");
  private static final List<String> TO_THE_MOUNTS =
      NightLogs.toTheFreeze("2026-03-14", NightLogs.TASK).subList(0, 8);

  private static Report judge(List<String> log) {
    return DIAGNOSIS.judge(
        NightLogs.withoutTimes().extension(log).facts().build(),
        DiagnosisRequest.builder()
            .code("ExtensionSnapshotFailedNoNetwork")
            .code("VMSnapshotLinux.121")
            .code("GuestAgentSnapshotTaskStatusError")
            .failedAt(NightLogs.FAILED)
            .build());
  }

  private static List<RankedCause> suspects(Report report) {
    return report.causes().stream().filter(cause -> cause.because().equals(STOPPED_THERE)).toList();
  }

  @Test
  void aRunThatStopsAtTheListOfMountsPointsToWhatHangsThere() {
    Report report = judge(TO_THE_MOUNTS);

    assertThat(suspects(report)).isNotEmpty();
    assertThat(suspects(report))
        .extracting(RankedCause::id)
        .isSubsetOf(LifeCycle.suspects(report.timeline()));
    assertThat(suspects(report))
        .extracting(RankedCause::state)
        .isSubsetOf(CauseState.OPEN, CauseState.NOT_TESTED);
  }

  @Test
  void itConfirmsNothing() {
    assertThat(judge(TO_THE_MOUNTS).hasConfirmedCause()).isFalse();
  }

  @Test
  void aSuspectComesBeforeItsLikes() {
    List<RankedCause> unseen =
        judge(TO_THE_MOUNTS).causes().stream()
            .filter(cause -> cause.state() == CauseState.NOT_TESTED)
            .toList();
    List<RankedCause> suspects =
        unseen.stream().filter(cause -> cause.because().equals(STOPPED_THERE)).toList();

    assertThat(unseen.subList(0, suspects.size())).isEqualTo(suspects);
  }

  @Test
  void aRunThatEndedPointsNowhere() {
    Report report = judge(NightLogs.run("2026-03-14", NightLogs.TASK, "76"));

    assertThat(suspects(report)).isEmpty();
  }

  @Test
  void everySuspectIsACauseOfTheCatalog() {
    assertThat(StagePlan.all())
        .allSatisfy(
            plan ->
                assertThat(plan.stops())
                    .isNotEmpty()
                    .flatExtracting(StagePlan.Stop::causes)
                    .allMatch(id -> DIAGNOSIS.catalog().cause(id) != null));
  }
}
