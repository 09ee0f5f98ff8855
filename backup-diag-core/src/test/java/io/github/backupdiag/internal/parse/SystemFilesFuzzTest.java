package io.github.backupdiag.internal.parse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.backupdiag.fuzz.Places;
import io.github.backupdiag.fuzz.Samples;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class SystemFilesFuzzTest {

  static Stream<byte[]> files() {
    return Samples.of(
        "ID=ubuntu\nID_LIKE=\"debian\"\nVERSION_ID='22.04'\nPRETTY_NAME=Ubuntu\\ 22\n",
        "36 35 98:0 / /var\\040a rw,noexec shared:1 - ext4 /dev/sda1 rw\n",
        "/dev/sda1 / ext4 defaults 0 1\nUUID=x /mnt xfs ro,nofail 0 0\n",
        "SELINUX=enforcing\nSELINUXTYPE=targeted\n",
        "BOOT_IMAGE=/vmlinuz root=/dev/sda1 fips=1\n",
        "0.52 0.58 0.59 1/467 12345\n",
        "MemTotal: 16316412 kB\nsome avg10=0.00 avg60=1.5 avg300=99.9 total=1\n",
        "#subsys_name\thierarchy\tnum_cgroups\tenabled\ncpu\t3\t1\t1\n",
        "1: POSIX  ADVISORY  WRITE 1234 08:01:99 0 EOF\n",
        "1 (a b) D 1 1 1 0",
        "\u007fELF\u0002\u0001\u0001",
        "../usr/share/zoneinfo/Europe/Berlin",
        "[pre_post]\nfsfreeze: true\nMountsToSkip: /a,/b\n");
  }

  /** What the system tells of itself, in files of its own and below /proc. */
  @MethodSource("files")
  @FuzzTest
  void parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Places.check(() -> OsRelease.parse(text), text);
    Places.check(() -> MountTable.mountInfo(text), text);
    Places.check(() -> MountTable.mounts(text), text);
    Places.check(() -> MountTable.fstab(text), text);
    Places.check(() -> SelinuxConfig.enforce("/e", text), text);
    Places.check(() -> SelinuxConfig.config("/c", text), text);
    Places.check(() -> KernelArguments.fips("/a", text), text);
    Places.check(() -> LoadFiles.load(text), text);
    Places.check(() -> LoadFiles.lastMinute(text), text);
    Places.check(() -> LoadFiles.processors(text), text);
    Places.check(() -> LoadFiles.pressure(text), text);
    Places.check(() -> LoadFiles.bytes(text, "MemTotal"), text);
    Places.check(() -> CgroupTable.parse(text), text);
    Places.check(() -> LockTable.writers(text), text);
    Places.check(() -> ProcessState.parse("/proc/1/stat", text), text);
    Places.check(() -> ElfHeader.architecture(bytes), text);
    Places.check(() -> ElfClass.bits(bytes), text);
    Places.check(() -> TimeZoneLink.zone(text), text);
    Places.check(() -> VmbackupConfFile.parse("/c", bytes).mountsToSkip(), text);
    Places.check(() -> WorkloadConfFile.parse("/c", text), text);
    Places.check(() -> ConfigSection.parse(text, "pre_post").value("fsfreeze"), text);
    Places.check(() -> RecordHead.of(text), text);
    Places.check(() -> Versions.compare(text, "1.2"), text);
  }
}
