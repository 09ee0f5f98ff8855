package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a broken guest answers, each probe gives observations and keeps its contract. */
class ProbesSurviveGarbageTest {

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.internal.linux.LinuxProbes#all")
  void givesObservations(Probe probe) {
    for (FakeGuest guest : List.of(linux(FakeGuest.live()), linux(FakeGuest.copy()))) {
      List<Observations> seen =
          ProbeTester.of(probe).connect(GuestConnection.class, guest).survivesGarbage(150);

      assertThat(seen).hasSize(150);
    }
  }

  private static FakeGuest linux(FakeGuest guest) {
    return guest
        .file("/etc/os-release", "NAME=\"Ubuntu\"\nID=ubuntu\nVERSION_ID=\"22.04\"\n")
        .file("/etc/waagent.conf", "Extensions.Enabled=y # on\nLib.Dir=/var/lib/waagent\n")
        .file("/proc/self/mountinfo", "29 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n")
        .file("/proc/1/cmdline", "/sbin/init\0splash\0")
        .file("/proc/77/cmdline", "python3\0-u\0/usr/sbin/waagent\0-run-exthandlers\0")
        .file("/etc/fstab", "/dev/sda1 / ext4 defaults 0 1\n")
        .file("/usr/sbin/waagent", "#!/usr/bin/env python3\n")
        .file("/lib/systemd/system/walinuxagent.service", "[Unit]\n[Service]\n")
        .file("/var/log/waagent.log", "2026-11-20T02:41:33.123Z ERROR ExtHandler no space\n")
        .file(
            "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log",
            "[2026/11/20 02:41:33]-extension started\n")
        .file("/sys/class/dmi/id/chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77\n")
        .file("/proc/locks", "1: POSIX  ADVISORY  WRITE 77 08:01:131090 0 EOF\n")
        .file("/proc/77/stat", "77 (python3) D 1 77\n")
        .file("/proc/77/wchan", "__sb_start_write")
        .file("/etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile", "")
        .file("/etc/azure/workload.conf", "[workload]\nworkload_name=mysql\nipc_folder=/opt\n")
        .file("/etc/azure/vmbackup.conf", "[SnapshotThread]\nMountsToSkip=/a\n")
        .file(
            "/etc/azure/VMSnapshotScriptPluginConfig.json",
            "{\"preScriptLocation\": \"/opt/a\", \"postScriptLocation\": \"/opt/b\"}")
        .file("/etc/azure/VMSnapshotPluginHost.conf", "[pre_post]\nnumberOfPlugins: 1\n")
        .file("/opt/a", "x")
        .file("/var/log/syslog", "Mar 14 02:15:20 vm kernel: I/O error, dev sdc, sector 9\n")
        .space("/", 1L << 30, 0);
  }
}
