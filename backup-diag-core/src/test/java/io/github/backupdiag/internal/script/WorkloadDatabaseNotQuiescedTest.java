package io.github.backupdiag.internal.script;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static io.github.backupdiag.internal.snapshot.Night.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.WorkloadConf.Kind;
import io.github.backupdiag.internal.snapshot.Night;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadDatabaseNotQuiescedTest {

  private final DiagnosticTester rule = Night.rule(new WorkloadDatabaseNotQuiesced());

  @ParameterizedTest
  @ValueSource(ints = {500, 504, 506, 508, 509, 510, 511, 512})
  void confirmsACodeOfTheDatabaseUnderSettingsInOrder(int code) {
    CheckedVerdict verdict =
        code(Workloads.on(rule), code).expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict)).hasSize(2);
  }

  @Test
  void confirmsALineOfTheDatabase() {
    log(Workloads.with(rule, "oracle"), line("wl-pre-failed-oracle", "Pre failed for oracle"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void leavesAFaultOfTheSettingsToTheSettings() {
    code(Workloads.on(rule, Kind.TIMEOUT), 510).expectInconclusive();
  }

  @Test
  void doesNotTakeACodeOfTheSettingsOrOfAnotherNight() {
    code(Workloads.on(rule), 501).expectInconclusive();
    seen(Workloads.on(rule), 511, Night.DAYS_AGO).expectInconclusive();
    log(Workloads.on(rule), line("wl-ipc-post", "File for IPC does not exist at post"))
        .expectInconclusive();
  }

  @Test
  void rulesOutAFeatureThatIsOff() {
    code(Workloads.with(rule, null), 506).expectRuledOut(When.NOW);
    rule.givenAbsent(SnapshotFacts.WORKLOAD_CONF).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeRead() {
    code(rule, 506)
        .givenUnavailable(SnapshotFacts.WORKLOAD_CONF, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }
}
