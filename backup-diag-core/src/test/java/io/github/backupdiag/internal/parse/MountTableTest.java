package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountTableTest {

  @Test
  void readsTheKernelsTable() {
    assertThat(
            MountTable.mountInfo(
                "36 35 98:0 /sub /mnt/my\\040disk rw,noexec master:1 shared:2 - ext4 /dev/sdc1"
                    + " rw,discard\nbroken\n"))
        .containsExactly(
            new MountPoint(
                "/mnt/my disk", "/dev/sdc1", "ext4", List.of("rw", "noexec", "discard"), 1));
  }

  @Test
  void readsTheShortTable() {
    assertThat(MountTable.mounts("/dev/sda1 / xfs rw,relatime 0 0\n"))
        .containsExactly(new MountPoint("/", "/dev/sda1", "xfs", List.of("rw", "relatime"), 1));
  }

  @Test
  void readsWhatIsMountedAtBoot() {
    List<MountPoint> points =
        MountTable.fstab(
            """
            # a comment
            LABEL=var\t/var/ ext4 defaults,noexec 0 2
            /dev/sdb1 none swap sw 0 0
            /dev/sdd1 /mnt ext4 noauto,noexec
            """);
    assertThat(points).extracting(MountPoint::path).containsExactly("/var");
    assertThat(points.get(0).line()).isEqualTo(2);
  }

  @Test
  void knowsWhichOptionsForbidExecution() {
    assertThat(point("users").forbidsExecution()).isTrue();
    assertThat(point("users,exec").forbidsExecution()).isFalse();
    assertThat(point("defaults,noexec").forbidsExecution()).isTrue();
    assertThat(point("rw,nosuid").forbidsExecution()).isFalse();
  }

  @Test
  void letsALaterMountHideAnEarlierOne() {
    Mounts mounts =
        new Mounts(
            "/proc/mounts",
            true,
            MountTable.mounts("/dev/a /var xfs rw,noexec\n/dev/b /var xfs rw\n/dev/c / xfs rw\n"));
    assertThat(mounts.holding("/var/lib/waagent").device()).isEqualTo("/dev/b");
    assertThat(mounts.holding("/variant").device()).isEqualTo("/dev/c");
  }

  private static MountPoint point(String options) {
    return MountTable.mounts("/dev/a /x xfs " + options).get(0);
  }
}
