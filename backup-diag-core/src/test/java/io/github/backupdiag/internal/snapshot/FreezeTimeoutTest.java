package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.line;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class FreezeTimeoutTest {

  private static final LogEvent TIMED_OUT = line("ext-freeze-timeout", "freeze timed-out");

  private final DiagnosticTester rule = Night.rule(new FreezeTimeout());

  @Test
  void confirmsTheLineWithTheCodeAndTellsTheSettings() {
    CheckedVerdict verdict =
        code(log(rule, TIMED_OUT), 122)
            .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("safefreezewaitinseconds", "5"))
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    assertThat(evidence(verdict)).hasSize(3);
    assertThat(evidence(verdict).get(2).excerpt()).isEqualTo("safefreezewaitinseconds=5");
  }

  @Test
  void takesTheLineAloneForAHint() {
    assertThat(evidence(log(rule, TIMED_OUT).expectInconclusive())).hasSize(1);
    assertThat(evidence(code(log(rule, TIMED_OUT), 121).expectInconclusive())).hasSize(1);
  }

  @Test
  void takesTheCodeAloneForNothing() {
    assertThat(evidence(code(log(rule), 122).expectInconclusive())).isEmpty();
  }

  @Test
  void rulesOutAFreezeThatEnded() {
    log(rule)
        .given(SnapshotFacts.FREEZE_RUN, Night.run(Night.FREEZE, true, null))
        .expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotRuleOutWhereTheSettingsKeepTheLogQuiet() {
    log(rule)
        .given(SnapshotFacts.FREEZE_RUN, Night.run(Night.FREEZE, true, null))
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("WriteLog", "False"))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    rule.givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.FAILED).expectInconclusive();
  }
}
