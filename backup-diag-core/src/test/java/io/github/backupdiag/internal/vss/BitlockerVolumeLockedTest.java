package io.github.backupdiag.internal.vss;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.BitLockerVolume.State;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitlockerVolumeLockedTest {

  private static final BitLockerVolume OPEN = new BitLockerVolume("C:", State.OPEN, 6);

  private final DiagnosticTester bitLocker =
      DiagnosticTester.of(new BitlockerVolumeLocked())
          .wordedBy()
          .given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void aLockedVolumeIsLikelyTheCause() {
    DiagnosticTester locked =
        bitLocker.given(
            WindowsSetupFacts.BITLOCKER_VOLUMES,
            List.of(OPEN, new BitLockerVolume("F:", State.LOCKED, 19)));
    assertThat(evidence(locked.expectConfirmed(When.NOW, Confidence.LIKELY))).hasSize(1);
    assertThat(
            evidence(
                locked
                    .given(
                        BackupFacts.MATCHES,
                        List.of(Samples.code("ExtensionSnapshotBitlockerError")))
                    .expectConfirmed(When.NOW, Confidence.LIKELY)
                    .withArgument("drive", "F:")))
        .hasSize(2);
    locked.checkContract();
  }

  @Test
  void openVolumesRuleALockOut() {
    bitLocker.given(WindowsSetupFacts.BITLOCKER_VOLUMES, List.of(OPEN)).expectRuledOut(When.NOW);
    bitLocker.givenAbsent(WindowsSetupFacts.BITLOCKER_VOLUMES).expectNotApplicable();
  }

  @Test
  void volumesThatAreNotToldDecideNothing() {
    bitLocker
        .given(
            WindowsSetupFacts.BITLOCKER_VOLUMES,
            List.of(OPEN, new BitLockerVolume("G:", State.UNKNOWN, 9)))
        .expectInconclusive();
    bitLocker
        .givenUnavailable(WindowsSetupFacts.BITLOCKER_VOLUMES, UnavailableReason.FAILED)
        .expectInconclusive();
  }
}
