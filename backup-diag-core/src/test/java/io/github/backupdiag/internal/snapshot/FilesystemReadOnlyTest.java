package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.boot;
import static io.github.backupdiag.internal.snapshot.Night.kernel;
import static io.github.backupdiag.internal.snapshot.Night.kernelLine;
import static io.github.backupdiag.internal.snapshot.Night.live;
import static io.github.backupdiag.internal.snapshot.Night.mount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class FilesystemReadOnlyTest {

  private static final Mounts BOOT = boot(mount(1, "UUID=1", "/", "ext4", "defaults"));
  private static final LogEvents REMOUNTED =
      kernel(kernelLine("k-ext4-ro", "EXT4-fs (sda1): Remounting filesystem read-only"));

  private final DiagnosticTester rule =
      Night.rule(new FilesystemReadOnly()).given(SnapshotFacts.BOOT_MOUNTS, BOOT);

  @Test
  void confirmsAReadOnlyMountWithALineOfTheJob() {
    mounted("ro")
        .given(SnapshotFacts.KERNEL_LOG, REMOUNTED)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withArgument("mount", "/");
    mounted("ro")
        .given(GuestFacts.AGENT_LOG, agent(": '/var/lib/waagent/x'"))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void confirmsOnACopyWhenKernelAndAgentAgree() {
    rule.given(GuestFacts.MOUNTS, BOOT)
        .given(SnapshotFacts.KERNEL_LOG, REMOUNTED)
        .given(GuestFacts.AGENT_LOG, agent(": '/var/lib/waagent/x'"))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void knowsTheWordsOfBtrfs() {
    mounted("ro")
        .given(
            SnapshotFacts.KERNEL_LOG,
            kernel(kernelLine("k-btrfs-ro", "BTRFS info (device sda1: state EA): forced readonly")))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void ignoresTheRemountOfTheTemporaryDisk() {
    rule.given(GuestFacts.MOUNTS, BOOT)
        .given(
            SnapshotFacts.KERNEL_LOG,
            kernel(kernelLine("k-ext4-ro", "EXT4-fs (sdb1): Remounting filesystem read-only")))
        .given(GuestFacts.AGENT_LOG, agent(": '/var/lib/waagent/x'"))
        .expectInconclusive();
  }

  @Test
  void takesOneTraceForAHint() {
    assertThat(evidence(mounted("ro").expectInconclusive())).hasSize(1);
    assertThat(
            evidence(mounted("rw").given(SnapshotFacts.KERNEL_LOG, REMOUNTED).expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void ignoresAMountThatIsMeantToBeReadOnly() {
    mounted("ro")
        .given(SnapshotFacts.BOOT_MOUNTS, boot(mount(1, "UUID=1", "/", "ext4", "ro")))
        .given(GuestFacts.AGENT_LOG, agent(": '/var/lib/waagent/x'"))
        .expectInconclusive();
    mounted("ro")
        .givenAbsent(SnapshotFacts.BOOT_MOUNTS)
        .given(GuestFacts.AGENT_LOG, agent(": '/var/lib/waagent/x'"))
        .expectInconclusive();
  }

  @Test
  void ignoresTheSystemFolderOfFlatcar() {
    assertThat(
            evidence(
                mounted("ro")
                    .given(GuestFacts.AGENT_LOG, agent(": '/lib/systemd/system/x.service'"))
                    .expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void rulesOutWhatIsMountedForWriting() {
    mounted("rw").expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeWithoutATable() {
    rule.givenUnavailable(GuestFacts.MOUNTS, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.given(GuestFacts.MOUNTS, BOOT).expectInconclusive();
  }

  private DiagnosticTester mounted(String option) {
    return rule.given(
        GuestFacts.MOUNTS, live(mount(4, "/dev/sda1", "/", "ext4", option, "relatime")));
  }

  private static LogEvents agent(String path) {
    return Samples.log(
        Night.FREEZE,
        Samples.agentLine("wa-errno-30", Night.FREEZE, "[Errno 30] Read-only file system" + path));
  }
}
