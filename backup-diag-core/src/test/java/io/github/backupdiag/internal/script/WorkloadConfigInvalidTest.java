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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadConfigInvalidTest {

  private final DiagnosticTester rule = Night.rule(new WorkloadConfigInvalid());

  @ParameterizedTest
  @CsvSource({
    "UNREADABLE, 501",
    "PERCENT, 501",
    "NUMBER, 500",
    "DATABASE, 503",
    "ROLE, 502",
    "LOGIN, 505",
    "IPC_FOLDER, 507",
    "IPC_FOLDER_GONE, 509",
    "TIMEOUT, 510"
  })
  void confirmsAFaultWithItsOwnCodeOnly(Kind kind, int code) {
    CheckedVerdict verdict =
        code(Workloads.on(rule, kind), code).expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict).get(0).line()).isEqualTo(4);
    code(Workloads.on(rule, kind), 508).expectInconclusive();
  }

  @Test
  void confirmsAFaultThatTheLogTellsOf() {
    log(
            Workloads.on(rule, Kind.ROLE),
            line(
                "wl-error",
                "Workload Patch failed with error message: invalid role name in config"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    log(
            Workloads.with(rule, "db2", Kind.DATABASE),
            line("wl-unsupported", "WorkloadPatch: Unsupported workload name"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotTakeTheReportOfAnotherFaultForAgreement() {
    log(
            Workloads.on(rule, Kind.ROLE),
            line("wl-error", "Workload Patch failed with error message: IPC directory missing"))
        .expectInconclusive();
    log(
            Workloads.on(rule, Kind.IPC_FOLDER),
            line("wl-ipc-pre", "WorkloadPatch: File for IPC does not exist at pre"))
        .expectInconclusive();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void takesAFaultAloneOrOfAnotherNightForAHint(Kind kind) {
    assertThat(evidence(Workloads.on(rule, kind).expectInconclusive())).hasSize(1);
    seen(Workloads.on(rule, kind), 501, Night.DAYS_AGO).expectInconclusive();
  }

  @Test
  void rulesOutCompleteSettingsAndAFeatureThatIsOff() {
    code(Workloads.on(rule), 506).expectRuledOut(When.NOW);
    code(Workloads.with(rule, null), 501).expectRuledOut(When.NOW);
    code(Workloads.with(rule, ""), 501).expectRuledOut(When.NOW);
    rule.givenAbsent(SnapshotFacts.WORKLOAD_CONF).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWhatCouldNotBeRead() {
    code(rule, 501)
        .givenUnavailable(SnapshotFacts.WORKLOAD_CONF, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }
}
