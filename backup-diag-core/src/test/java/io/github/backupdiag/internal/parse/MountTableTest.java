package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void readsMountsWithFewerFields() {
    assertThat(MountTable.mountInfo("36 35 98:0 / / rw - ext4 /dev/sda1"))
        .containsExactly(new MountPoint("/", "/dev/sda1", "ext4", List.of("rw"), 1));
    assertThat(MountTable.mountInfo("36 35 98:0 / / rw - ext4")).isEmpty();
    assertThat(MountTable.mountInfo("36 35 98:0 / / - ext4 /dev/sda1 rw")).isEmpty();
    assertThat(MountTable.mounts("/dev/sda1 / xfs"))
        .containsExactly(new MountPoint("/", "/dev/sda1", "xfs", List.of(), 1));
    assertThat(MountTable.mounts("/dev/sda1 /")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/my\\040disk | /my disk",
        "/tab\\011 | '/tab\t'",
        "/back\\134slash | /back\\slash",
        "/\\303\\244 | /ä",
        "\\040 | ' '",
        "/x\\04 | /x\\04",
        "/x\\400 | /x\\400",
        "/x\\189 | /x\\189",
        "/x\\0:0 | /x\\0:0",
        "/x\\0/0 | /x\\0/0",
        "/x\\ | /x\\",
        "/var/ | /var",
        "/ | /"
      })
  void takesThreeOctalDigitsForAByte(String field, String path) {
    assertThat(MountTable.unescape(field)).isEqualTo(path);
  }

  @Test
  void takesEveryByteThatThreeDigitsCanSay() {
    assertThat(MountTable.unescape("\\377")).isEqualTo("\ufffd");
    assertThat(MountTable.unescape("\\000")).isEqualTo("\0");
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
