package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.failed;
import static io.github.backupdiag.internal.snapshot.Night.kernel;
import static io.github.backupdiag.internal.snapshot.Night.kernelLine;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestDiskIoErrorsTest {

  private final DiagnosticTester rule = Night.rule(new GuestDiskIoErrors());

  @Test
  void confirmsWithACodeOfTheFreeze() {
    code(errorOf("sdc"), 121)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("device", "/dev/sdc");
  }

  @Test
  void confirmsWithTheSameErrorOfAgentOrExtension() {
    errorOf("sdc")
        .given(
            GuestFacts.AGENT_LOG,
            Samples.log(
                Night.FREEZE,
                Samples.agentLine("wa-x", Night.FREEZE, "[Errno 5] Input/output error")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    log(errorOf("sdc"), failed("/data", "Input/output error"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void takesAKernelLineAloneForAHint() {
    assertThat(evidence(log(errorOf("sdc"), failed("/data", "")).expectInconclusive())).hasSize(1);
    assertThat(
            evidence(
                errorOf("sdc")
                    .given(
                        GuestFacts.AGENT_LOG,
                        Samples.log(
                            Night.FREEZE, Samples.agentLine("wa-x", Night.DAYS_AGO, "[Errno 5]")))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void ignoresADriveAndTheTemporaryDisk() {
    assertThat(evidence(code(errorOf("sr0"), 121).expectInconclusive())).isEmpty();
    assertThat(evidence(code(errorOf("fd0"), 121).expectInconclusive())).isEmpty();
    assertThat(evidence(code(errorOf("sdb"), 121).expectInconclusive())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/mapper/rootvg-rootlv", "/dev/root", "/dev/md0", "UUID=1"})
  void countsADiskBelowAMountThatHidesIt(String device) {
    code(errorOf("sdc"), 121)
        .given(GuestFacts.MOUNTS, Night.live(Night.mount(1, device, "/", "xfs")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void ignoresADiskThatNothingIsMountedFrom() {
    MountPoint root = Night.mount(1, "/dev/sda1", "/", "ext4");
    assertThat(
            evidence(
                code(errorOf("sdc"), 121)
                    .given(GuestFacts.MOUNTS, Night.live(root))
                    .expectInconclusive()))
        .isEmpty();
    MountPoint other = Night.mount(2, "/dev/sdca1", "/srv", "ext4");
    code(errorOf("sdc"), 121)
        .given(GuestFacts.MOUNTS, Night.live(root, other))
        .expectInconclusive();
  }

  @Test
  void knowsTheTemporaryDiskByItsNameWhereTheGuestTellsIt() {
    GuestDisks disks = new GuestDisks(List.of("sda", "sdb", "sdc"), "sdc");
    code(errorOf("sdc"), 121).given(SnapshotFacts.DISKS, disks).expectInconclusive();
    code(errorOf("sdb"), 121)
        .given(SnapshotFacts.DISKS, disks)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void ignoresARequestThatADiskMayRefuse() {
    code(
            rule.given(
                SnapshotFacts.KERNEL_LOG,
                kernel(
                    kernelLine(
                        "k-ioerror", "I/O error, dev sdc, sector 9 op 0x3:(DISCARD) flags 0x800"))),
            121)
        .expectInconclusive();
  }

  @Test
  void ignoresTheErrorOfAnotherNight() {
    LogEvent old =
        new LogEvent("k-ioerror", "/var/log/syslog", 1, Night.DAYS_AGO, "I/O error, dev sdc");
    code(rule.given(SnapshotFacts.KERNEL_LOG, kernel(old)), 121).expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutTheLog() {
    code(rule, 121)
        .givenUnavailable(SnapshotFacts.KERNEL_LOG, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    code(rule, 121).givenAbsent(SnapshotFacts.KERNEL_LOG).expectInconclusive();
  }

  private DiagnosticTester errorOf(String device) {
    return rule.given(
        SnapshotFacts.KERNEL_LOG,
        kernel(kernelLine("k-ioerror", "I/O error, dev " + device + ", sector 2048")));
  }
}
