package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountAnswers;
import io.github.backupdiag.fact.guest.MountAnswers.Answer;
import io.github.backupdiag.fact.guest.MountAnswers.State;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountNotAccessibleTest {

  private final DiagnosticTester rule = DiagnosticTester.of(new MountNotAccessible()).wordedBy();

  @Test
  void confirmsAMountThatDoesNotOpenForRoot() {
    answers(true, State.FAILED)
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withArgument("mount", "/data");
  }

  @Test
  void blamesAMountThatIsGoneOnlyIfTheJobAgrees() {
    answers(true, State.GONE).expectInconclusive();
    answers(true, State.GONE)
        .given(BackupFacts.MATCHES, List.of(Samples.code("VMSnapshotLinux.123")))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("mount", "/data");
  }

  @Test
  void doesNotConfirmForAnotherUser() {
    assertThat(evidence(answers(false, State.FAILED).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotTakeSilenceForAFailureBesideTheCodeEither() {
    answers(true, State.UNKNOWN)
        .given(BackupFacts.MATCHES, List.of(Samples.code("VMSnapshotLinux.123")))
        .expectInconclusive();
  }

  @Test
  void doesNotTakeSilenceForAFailure() {
    answers(true, State.UNKNOWN).expectInconclusive();
  }

  @Test
  void rulesOutWhereAllOpen() {
    answers(false, State.OPEN).expectRuledOut(When.NOW);
  }

  @Test
  void ignoresAMountThatTheSettingsLeaveOut() {
    answers(true, State.FAILED)
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("mountstoskip", "/data"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void knowsThatTheRootIsNeverLeftOutAndNamesAreNotTrimmed() {
    rule.given(
            SnapshotFacts.MOUNT_ANSWERS,
            new MountAnswers(true, List.of(new Answer("/", State.FAILED, "it said"))))
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("MountsToSkip", "/"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withArgument("mount", "/");
    answers(true, State.FAILED)
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("MountsToSkip", "/mnt, /data"))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void ignoresTheTemporaryDiskWhereverItIsMounted() {
    answers(true, State.FAILED)
        .given(SnapshotFacts.DISKS, new GuestDisks(List.of("sda", "sdb"), "sdb"))
        .given(GuestFacts.MOUNTS, Night.live(Night.mount(2, "/dev/sdb1", "/data", "ext4")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotTakeADataDiskForTheTemporaryOneByItsPlace() {
    rule.given(
            SnapshotFacts.MOUNT_ANSWERS,
            new MountAnswers(true, List.of(new Answer("/mnt", State.FAILED, "Input/output error"))))
        .given(SnapshotFacts.DISKS, new GuestDisks(List.of("sda", "sdb", "sdc"), "sdb"))
        .given(GuestFacts.MOUNTS, Night.live(Night.mount(2, "/dev/sdc1", "/mnt", "xfs")))
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void doesNotJudgeACopy() {
    rule.givenUnavailable(SnapshotFacts.MOUNT_ANSWERS, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
    rule.givenAbsent(SnapshotFacts.MOUNT_ANSWERS).expectInconclusive();
  }

  private DiagnosticTester answers(boolean asRoot, State state) {
    return rule.given(
        SnapshotFacts.MOUNT_ANSWERS,
        new MountAnswers(
            asRoot,
            List.of(new Answer("/", State.OPEN, ""), new Answer("/data", state, "what it said"))));
  }
}
