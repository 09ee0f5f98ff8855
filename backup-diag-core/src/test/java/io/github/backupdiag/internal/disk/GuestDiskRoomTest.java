package io.github.backupdiag.internal.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.internal.rules.RuleTester;
import io.github.backupdiag.internal.rules.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuestDiskRoomTest {

  private static final long GB = 1_000_000_000;

  private final RuleTester rule =
      RuleTester.of(new GuestDiskRoom()).given(BackupFacts.WINDOW, Samples.WINDOW);

  @Test
  void confirmsLittleRoomWithALineOfTheFailedJob() {
    RuleTester test = withLine(room(30 * GB, 100_000_000, 9L));
    assertThat(test.summary()).isEqualTo("confirmed LIKELY NOW");
    assertThat(test.evidence()).hasSize(2);
  }

  @Test
  void confirmsNoInodesWithALineOfTheFailedJob() {
    assertThat(withLine(room(30 * GB, 20 * GB, 0L)).summary()).isEqualTo("confirmed LIKELY NOW");
  }

  @Test
  void rulesOutEnoughRoom() {
    assertThat(withLine(room(30 * GB, 20 * GB, 99L)).summary()).isEqualTo("ruled out NOW");
    assertThat(withLine(room(30 * GB, 20 * GB, null)).summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void rulesOutALargeDiskThatIsNinetyPercentUsed() {
    assertThat(with(room(1000 * GB, 100 * GB, 99L)).summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void takesLittleRoomAloneForAHint() {
    assertThat(with(room(30 * GB, 100_000_000, 9L)).summary())
        .isEqualTo("inconclusive with a hint");
  }

  @Test
  void doesNotCallASmallHalfEmptyFileSystemFull() {
    assertThat(with(room(400_000_000, 300_000_000, 9L)).summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void ignoresTheInodesOfAFileSystemWithoutATable() {
    RuleTester test =
        with(room(30 * GB, 20 * GB, 0L))
            .given(
                GuestFacts.MOUNTS,
                new Mounts(
                    "/proc/mounts",
                    true,
                    List.of(new MountPoint("/", "/dev/sda2", "btrfs", List.of("rw"), 1))));
    assertThat(test.summary()).isEqualTo("ruled out NOW");
  }

  @Test
  void doesNotJudgeACopy() {
    assertThat(rule.givenUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_RECORDED).summary())
        .isEqualTo("inconclusive");
    assertThat(rule.givenAbsent(GuestFacts.ROOM).summary()).isEqualTo("inconclusive");
  }

  private RuleTester with(RoomLeft room) {
    return rule.given(GuestFacts.ROOM, List.of(room));
  }

  private RuleTester withLine(RoomLeft room) {
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
