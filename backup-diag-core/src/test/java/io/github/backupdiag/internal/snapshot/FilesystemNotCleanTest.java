package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.failed;
import static io.github.backupdiag.internal.snapshot.Night.failedAsAWhole;
import static io.github.backupdiag.internal.snapshot.Night.kernel;
import static io.github.backupdiag.internal.snapshot.Night.kernelLine;
import static io.github.backupdiag.internal.snapshot.Night.live;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static io.github.backupdiag.internal.snapshot.Night.mount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesystemNotCleanTest {

  private final DiagnosticTester rule = Night.rule(new FilesystemNotClean());

  @Test
  void confirmsAFreezeThatSaysSo() {
    code(log(rule, failed("/data", "Structure needs cleaning")), 121)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("mount", "/data");
  }

  @Test
  void confirmsAKernelLineOfAMountedDeviceWithAFailedFreeze() {
    log(withKernelLine("sdc1"), failedAsAWhole())
        .given(GuestFacts.MOUNTS, live(mount(1, "/dev/sdc1", "/data", "ext4")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("mount", "/data");
  }

  @Test
  void takesAKernelLineAloneForAHint() {
    assertThat(evidence(withKernelLine("sdc1").expectInconclusive())).hasSize(1);
  }

  @Test
  void ignoresTheTemporaryDiskAndTheDrive() {
    assertThat(evidence(code(withKernelLine("sr0"), 121).expectInconclusive())).isEmpty();
    assertThat(evidence(code(withKernelLine("sdb1"), 121).expectInconclusive())).isEmpty();
    assertThat(
            evidence(
                code(withKernelLine("sdc1"), 121)
                    .given(GuestFacts.MOUNTS, live(mount(1, "/dev/sdc1", "/mnt", "ext4")))
                    .expectInconclusive()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "k-btrfs-error, BTRFS: error (device sdc1: state A) in cleanup_transaction:20: errno=-5 IO",
    "k-jbd2-abort, Aborting journal on device sdc1-8.",
    "k-jbd2-abort, Aborting journal on device dm-0-8.",
    "k-xfs-corruption, XFS (sdc1): Metadata corruption detected at xfs_agf_read_verify"
  })
  void knowsTheWordsOfEachFileSystem(String signature, String text) {
    log(rule.given(SnapshotFacts.KERNEL_LOG, kernel(kernelLine(signature, text))), failedAsAWhole())
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void doesNotTakeAFullBtrfsForADamagedOne() {
    log(
            rule.given(
                SnapshotFacts.KERNEL_LOG,
                kernel(
                    kernelLine(
                        "k-btrfs-error",
                        "BTRFS: error (device sdc1) in x:2795: errno=-28 No space left"))),
            failedAsAWhole())
        .expectInconclusive();
  }

  @Test
  void ignoresOtherErrorsOfTheFreeze() {
    assertThat(
            evidence(
                code(log(rule, failed("/data", "Device or resource busy")), 121)
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void doesNotJudgeWhatMayNotBeRead() {
    code(rule, 121)
        .givenUnavailable(GuestFacts.EXTENSION_LOG, UnavailableReason.NOT_PERMITTED)
        .givenUnavailable(SnapshotFacts.KERNEL_LOG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutLogs() {
    assertThat(evidence(code(rule, 121).expectInconclusive())).isEmpty();
  }

  private DiagnosticTester withKernelLine(String device) {
    return rule.given(
        SnapshotFacts.KERNEL_LOG,
        kernel(kernelLine("k-ext4-error", "EXT4-fs error (device " + device + "): bad block")));
  }
}
