package io.github.backupdiag.internal.timeline;

import static io.github.backupdiag.internal.timeline.NightLogs.joined;
import static io.github.backupdiag.internal.timeline.NightLogs.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.request.DiagnosisRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cause of the failed job is over when a later run of the backup went through to its end. */
class HealedByGoodRunTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final Instant FAILED = Instant.parse("2026-03-14T02:20:00Z");

  /** Proves that the helper is missing, a fault of the freeze. */
  private static final List<String> FAILING =
      joined(
          NightLogs.toTheFreeze("2026-03-14", NightLogs.TASK).subList(0, 8),
          List.of(
              line(
                  "2026-03-14 02:15:14.000000",
                  "safefreeze binary is missing in the following path /var/lib/waagent/x")),
          NightLogs.result("2026-03-14", "121"));

  /** Proves that a script ended with an error, which a run without scripts outlives. */
  private static final List<String> FAILING_SCRIPT =
      joined(
          NightLogs.toTheFreeze("2026-03-14", NightLogs.TASK).subList(0, 8),
          List.of(
              line(
                  "2026-03-14 02:15:14.000000",
                  "Prescript file does not exist in the location /x")),
          NightLogs.result("2026-03-14", "121"));

  private static List<String> run(String day, String code) {
    return NightLogs.run(day, "2f6a90c4-5b1e-4a0d-9f37-c0ffee0000" + day.substring(8), code);
  }

  private static RankedCause cause(String id, List<String> log) {
    return DIAGNOSIS
        .judge(
            NightLogs.withoutTimes().extension(log).facts().build(),
            DiagnosisRequest.builder()
                .code("ExtensionSnapshotFailedNoNetwork")
                .failedAt(FAILED)
                .build())
        .causes()
        .stream()
        .filter(cause -> cause.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLaterGoodRunHeals() {
    RankedCause cause = cause("freeze-helper-missing", joined(FAILING, run("2026-03-15", "1")));

    assertThat(cause.state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(cause.healed()).isTrue();
    assertThat(cause.because().id()).isEqualTo("because.healed");
    assertThat(cause.evidence())
        .filteredOn(reason -> reason.stance() == Reason.Stance.AGAINST)
        .singleElement()
        .satisfies(
            reason -> assertThat(reason.evidence().time()).isEqualTo("2026-03-15T02:15:27Z"));
  }

  @Test
  void withoutALaterRunItStays() {
    assertThat(cause("freeze-helper-missing", FAILING).healed()).isFalse();
  }

  @Test
  void aGoodRunBeforeTheFailureTellsNothing() {
    RankedCause cause = cause("freeze-helper-missing", joined(run("2026-03-13", "1"), FAILING));

    assertThat(cause.state()).isEqualTo(CauseState.CONFIRMED);
    assertThat(cause.healed()).isFalse();
  }

  @Test
  void aLaterRunThatFailedOrIsNotOverTellsNothing() {
    assertThat(cause("freeze-helper-missing", joined(FAILING, run("2026-03-15", "121"))).healed())
        .isFalse();
    assertThat(
            cause(
                    "freeze-helper-missing",
                    joined(FAILING, NightLogs.toTheFreeze("2026-03-15", NightLogs.TASK)))
                .healed())
        .isFalse();
  }

  @Test
  void aFailureAfterTheGoodRunIsTheOneThatCounts() {
    List<String> log = joined(FAILING, run("2026-03-15", "1"), run("2026-03-16", "121"));

    assertThat(cause("freeze-helper-missing", log).healed()).isFalse();
  }

  @Test
  void aPointOfTheFileSystemsHealsNoScript() {
    assertThat(
            cause("prepost-script-not-found", joined(FAILING_SCRIPT, run("2026-03-15", "1")))
                .healed())
        .isFalse();
    assertThat(
            cause("prepost-script-not-found", joined(FAILING_SCRIPT, run("2026-03-15", "0")))
                .healed())
        .isTrue();
  }
}
