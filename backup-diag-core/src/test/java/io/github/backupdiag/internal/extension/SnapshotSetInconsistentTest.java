package io.github.backupdiag.internal.extension;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.FailedFlag;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class SnapshotSetInconsistentTest {

  private final DiagnosticTester rule =
      DiagnosticTester.of(new SnapshotSetInconsistent())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  private static ExtensionStatus disks(long code, long disks, long failed) {
    return Extension.status(
        Samples.NIGHT.plusSeconds(60),
        new Outcome(code, "error", "", null, disks, failed, null, null));
  }

  @Test
  void confirmsDisksThatFailedBesideOthersWithTheCodeOfASetThrownAway() {
    rule.given(ExtensionFacts.STATUS, disks(2, 3, 1))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void confirmsThemWithALineOfThatNight() {
    rule.given(ExtensionFacts.STATUS, disks(76, 3, 1))
        .given(
            GuestFacts.EXTENSION_LOG,
            Extension.agentLog("ext-inconsistent", "Snapshots are inconsistent"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void doesNotConfirmWhereAllOrNoneFailed() {
    rule.given(ExtensionFacts.STATUS, disks(2, 3, 3)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, disks(2, 3, 0)).expectInconclusive();
    rule.given(ExtensionFacts.STATUS, disks(76, 3, 1)).expectInconclusive();
  }

  @Test
  void onlySuspectsTheNoteOfAFailure() {
    assertThat(
            evidence(
                rule.given(ExtensionFacts.STATUS, disks(2, 0, 0))
                    .given(
                        ExtensionFacts.FAILED_FLAG,
                        new FailedFlag("/etc/azure/vmbackup.conf", 4, true))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutARunThatSucceeded() {
    rule.given(ExtensionFacts.STATUS, Extension.status(1)).expectRuledOut(When.AT_FAILURE);
  }

  @Test
  void doesNotJudgeWithoutStatus() {
    rule.given(ExtensionFacts.STATUS, Extension.missing()).expectInconclusive();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    rule.givenUnavailable(ExtensionFacts.STATUS, UnavailableReason.NOT_PERMITTED)
        .givenUnavailable(ExtensionFacts.FAILED_FLAG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void keepsTheContractOfRules() {
    rule.checkContract();
  }
}
