package io.github.backupdiag.internal.snapshot;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static io.github.backupdiag.internal.snapshot.Night.boot;
import static io.github.backupdiag.internal.snapshot.Night.code;
import static io.github.backupdiag.internal.snapshot.Night.failed;
import static io.github.backupdiag.internal.snapshot.Night.live;
import static io.github.backupdiag.internal.snapshot.Night.log;
import static io.github.backupdiag.internal.snapshot.Night.mount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import org.junit.jupiter.api.Test;

class MountListedTwiceTest {

  private static final MountPoint ROOT = mount(1, "/dev/sda1", "/", "ext4");
  private static final MountPoint DATA = mount(2, "/dev/sdc1", "/data", "xfs");
  private static final MountPoint AGAIN = mount(3, "/dev/sdc1", "/srv/data", "xfs");

  private final DiagnosticTester rule = Night.rule(new MountListedTwice());

  @Test
  void confirmsADeviceTwiceWithAFailureOnThatPath() {
    CheckedVerdict verdict =
        code(log(twice(), failed("/srv/data", "Device or resource busy")), 121)
            .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
    verdict.withArgument("mount", "/srv/data").withArgument("path", "/data");
    assertThat(evidence(verdict).get(0).line()).isEqualTo(3);
  }

  @Test
  void confirmsAMountPointTwice() {
    code(log(rule, failed("/data", "")), 121)
        .given(GuestFacts.MOUNTS, live(ROOT, DATA, mount(4, "/dev/sdd1", "/data", "ext4")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY);
  }

  @Test
  void followsABindMountOfTheBootTable() {
    code(log(rule, failed("/srv", "")), 121)
        .given(GuestFacts.MOUNTS, boot(ROOT, DATA, mount(3, "/data/x", "/srv", "none", "bind")))
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("path", "/data");
  }

  @Test
  void takesADuplicateWithItsFailureAloneForAHint() {
    assertThat(evidence(log(twice(), failed("/srv/data", "")).expectInconclusive())).hasSize(2);
  }

  @Test
  void takesBindMountsForNoHint() {
    assertThat(evidence(code(twice(), 121).expectInconclusive())).isEmpty();
    assertThat(evidence(code(log(twice(), failed("/", "")), 121).expectInconclusive())).isEmpty();
  }

  @Test
  void takesAnotherErrorOnThatPathForNoHint() {
    assertThat(
            evidence(
                code(log(twice(), failed("/srv/data", "Input/output error")), 121)
                    .expectInconclusive()))
        .isEmpty();
  }

  @Test
  void rulesOutATableWithoutDuplicates() {
    rule.given(GuestFacts.MOUNTS, live(ROOT, DATA)).expectRuledOut(When.NOW);
  }

  @Test
  void leavesOutWhatTheExtensionDoesNotFreeze() {
    rule.given(
            GuestFacts.MOUNTS,
            live(
                ROOT,
                mount(2, "tmpfs", "/run", "tmpfs"),
                mount(3, "tmpfs", "/tmp", "tmpfs"),
                mount(4, "/dev/loop1", "/snap/a", "ext4"),
                mount(5, "/dev/loop1", "/snap/b", "ext4"),
                mount(6, "/dev/sda1", "/mnt/resource", "ext4")))
        .expectRuledOut(When.NOW);
    twice()
        .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("mountstoskip", "/srv/data"))
        .expectRuledOut(When.NOW);
  }

  @Test
  void leavesOutMountsOfNetworkContainersAndPrograms() {
    rule.given(
            GuestFacts.MOUNTS,
            live(
                ROOT,
                mount(2, "overlay", "/var/lib/docker/overlay2/a/merged", "overlay"),
                mount(3, "overlay", "/var/lib/docker/overlay2/b/merged", "overlay"),
                mount(4, "files:/share", "/nfs", "nfs4"),
                mount(5, "files:/share", "/home", "nfs4"),
                mount(6, "//files/a", "/smb", "cifs"),
                mount(7, "//files/a", "/smb2", "cifs"),
                mount(8, "sshfs", "/far", "fuse.sshfs"),
                mount(9, "sshfs", "/far2", "fuse.sshfs"),
                mount(10, "/dev/sdc1", "/boot/efi", "vfat"),
                mount(11, "/dev/sdc1", "/efi", "vfat")))
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesSubvolumesOfBtrfsForNoHint() {
    MountPoint home = mount(2, "/dev/sda1", "/home", "btrfs", "subvol=/@home");
    DiagnosticTester subvolumes =
        rule.given(GuestFacts.MOUNTS, live(mount(1, "/dev/sda1", "/", "btrfs"), home));
    assertThat(evidence(code(subvolumes, 121).expectInconclusive())).isEmpty();
    code(log(subvolumes, failed("/home", "Device or resource busy")), 121)
        .expectConfirmed(When.AT_FAILURE, Confidence.LIKELY)
        .withArgument("mount", "/home");
  }

  @Test
  void tellsWhatIsFrozenInWhichOrder() {
    CheckedVerdict verdict =
        rule.given(
                GuestFacts.MOUNTS,
                live(
                    ROOT,
                    DATA,
                    mount(3, "/dev/sdd1", "/data/deep", "ext3"),
                    mount(4, "proc", "/proc", "proc")))
            .given(SnapshotFacts.VMBACKUP_CONF, Night.conf("mountstoskip", "/, /data"))
            .expectRuledOut(When.NOW);
    assertThat(evidence(verdict).get(0).excerpt()).isEqualTo("/data/deep /data /");
  }

  @Test
  void namesNoMoreMountsThanCanBeRead() {
    MountPoint[] many = new MountPoint[15];
    for (int i = 0; i < many.length; i++) {
      many[i] = mount(i + 1, "/dev/sdc" + (i + 1), "/d" + i, "ext4");
    }
    CheckedVerdict verdict = rule.given(GuestFacts.MOUNTS, live(many)).expectRuledOut(When.NOW);
    assertThat(evidence(verdict).get(0).excerpt()).startsWith("/d14 /d13 ").endsWith(" /d5 (+5)");
  }

  @Test
  void doesNotRuleOutByTheBootTable() {
    rule.given(GuestFacts.MOUNTS, boot(ROOT, DATA)).expectInconclusive();
  }

  @Test
  void doesNotJudgeWithoutATable() {
    rule.givenUnavailable(GuestFacts.MOUNTS, UnavailableReason.NOT_RECORDED).expectInconclusive();
    rule.givenAbsent(GuestFacts.MOUNTS).expectInconclusive();
  }

  private DiagnosticTester twice() {
    return rule.given(GuestFacts.MOUNTS, live(ROOT, DATA, AGAIN));
  }
}
