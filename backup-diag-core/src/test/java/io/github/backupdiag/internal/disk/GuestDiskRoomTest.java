package io.github.backupdiag.internal.disk;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.CheckedVerdict;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestDiskRoomTest {

  private static final long GB = 1_000_000_000;

  private final DiagnosticTester rule =
      DiagnosticTester.of(new GuestDiskRoom()).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsLittleRoomWithALineOfTheFailedJob() {
    CheckedVerdict verdict =
        withLine(room(30 * GB, 100_000_000, 9L)).expectConfirmed(When.NOW, Confidence.LIKELY);
    assertThat(evidence(verdict)).hasSize(2);
  }

  @Test
  void confirmsNoInodesWithALineOfTheFailedJob() {
    withLine(room(30 * GB, 20 * GB, 0L)).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void rulesOutEnoughRoom() {
    withLine(room(30 * GB, 20 * GB, 99L)).expectRuledOut(When.NOW);
    with(room(30 * GB, 20 * GB, null)).expectRuledOut(When.NOW);
  }

  @Test
  void doesNotRuleOutInodesThatNobodyCounted() {
    assertThat(evidence(withLine(room(30 * GB, 20 * GB, null)).expectInconclusive())).isNotEmpty();
  }

  @Test
  void rulesOutALargeDiskThatIsNinetyPercentUsed() {
    with(room(1000 * GB, 100 * GB, 99L)).expectRuledOut(When.NOW);
  }

  @Test
  void takesLittleRoomAloneForAHint() {
    assertThat(evidence(with(room(30 * GB, 100_000_000, 9L)).expectInconclusive())).isNotEmpty();
  }

  @Test
  void doesNotCallASmallHalfEmptyFileSystemFull() {
    with(room(400_000_000, 300_000_000, 9L)).expectRuledOut(When.NOW);
  }

  @Test
  void ignoresTheInodesOfAFileSystemWithoutATable() {
    with(room(30 * GB, 20 * GB, 0L))
        .given(
            GuestFacts.MOUNTS,
            new Mounts(
                "/proc/mounts",
                true,
                List.of(new MountPoint("/", "/dev/sda2", "btrfs", List.of("rw"), 1))))
        .expectRuledOut(When.NOW);
  }

  @Test
  void doesNotJudgeACopy() {
    assertThat(
            evidence(
                rule.givenUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_RECORDED)
                    .expectInconclusive()))
        .isEmpty();
    assertThat(evidence(rule.givenAbsent(GuestFacts.ROOM).expectInconclusive())).isEmpty();
  }

  private DiagnosticTester with(RoomLeft room) {
    return rule.given(GuestFacts.ROOM, List.of(room));
  }

  private DiagnosticTester withLine(RoomLeft room) {
    return with(room)
        .given(
            GuestFacts.AGENT_LOG,
            Samples.log(
                Samples.NIGHT,
                Samples.agentLine(
                    "wa-errno-28", Samples.NIGHT, "[Errno 28] No space left on device")));
  }

  private static RoomLeft room(long total, long usable, @Nullable Long inodes) {
    return new RoomLeft("/var", total, usable, inodes);
  }
}
