package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostSnapshotServiceErrorTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new HostSnapshotServiceError())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static ExtensionStatus answers(long code, Long check, Long answer) {
    return Extension.status(
        Samples.NIGHT.plusSeconds(60), new Outcome(code, "error", "", null, 0, 0, check, answer));
  }

  @ParameterizedTest
  @CsvSource({"200, 556", "200, 557", "200, 558", "556, 0"})
  void confirmsAnErrorOfTheHostInARunThatFailedForIt(long check, long answer) {
    rule.given(ExtensionFacts.STATUS, answers(76, check, answer))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void onlySuspectsItInARunThatFailedForAnotherReason() {
    rule.given(ExtensionFacts.STATUS, answers(121, 200L, 556L)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, answers(1, 556L, 200L)).expectInconclusive();
  }

  @Test
  void rulesOutAHostThatAnsweredWell() {
    rule.given(ExtensionFacts.STATUS, answers(76, 200L, 200L)).expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutAnAnswer() {
    rule.given(ExtensionFacts.STATUS, Extension.status(76)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, answers(76, 555L, 555L)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, Extension.missing()).expectInconclusive();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    rule.givenUnavailable(ExtensionFacts.STATUS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
