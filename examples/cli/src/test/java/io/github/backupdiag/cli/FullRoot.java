package io.github.backupdiag.cli;

import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import io.github.backupdiag.testkit.FakeGuest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A healthy guest in which every file that a probe may turn to is there. */
final class FullRoot {

  private final SampleRoot root;
  private final Map<String, byte[]> more = new TreeMap<>();

  private FullRoot(SampleRoot root) throws IOException {
    this.root = root;
    String agentLog = Files.readString(root.directory().resolve(SampleRoot.AGENT_LOG));
    String extensionLog = Files.readString(root.directory().resolve(SampleRoot.EXTENSION_LOG));
    String system =
        """
        2026-03-13T01:14:00.000001+00:00 vm systemd[1]: Started Azure Linux Agent.
        2026-03-14T09:40:00.000001+00:00 vm CRON[88]: (root) CMD (true)
        """;
    add("/" + SampleRoot.AGENT_LOG + ".1", agentLog);
    add("/" + SampleRoot.AGENT_LOG, agentLog.substring(agentLog.length() / 2)); // since rotated
    add("/" + SampleRoot.EXTENSION_LOG + ".1", extensionLog);
    add("/var/log/syslog", system);
    add("/var/log/messages", system);
    add("/usr/lib/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    add("/var/lib/dpkg/status", "Package: waagent\nStatus: install ok installed\n");
    add("/proc/self/mountinfo", "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n");
    add("/proc/mounts", "/dev/sda1 / ext4 rw,relatime 0 0\n");
    add("/sys/class/dmi/id/chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77\n");
    add("/usr/lib/systemd/system-preset/90-default.preset", "enable waagent.service\n");
    add(
        "/sos_commands/process/ps_auxwww",
        """
        USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
        root 1 0.0 0.1 1 1 ? Ss Mar13 0:01 /usr/lib/systemd/systemd --system
        root 812 0.0 0.1 1 1 ? Ss Mar13 0:01 /usr/bin/python3 -u /usr/sbin/waagent -daemon
        root 1044 0.0 0.1 1 1 ? Sl Mar13 0:09 python3 -u bin/WALinuxAgent-2.9.1.1.egg -run-exthandlers
        """);
    SampleRootExtension.unpacked(root, "1.0.9235.0").file("usr/bin/python3", "");
    String handler = "/" + SampleRootExtension.folder("1.0.9235.0");
    add(handler + "config/HandlerState", "Enabled");
    add(
        handler + "config/HandlerStatus",
        SampleRootExtension.handlerStatus("1.0.9235.0", "Ready", 0, ""));
    add(handler + "config/21.settings", "{\"runtimeSettings\": [{\"handlerSettings\": {}}]}");
    add(
        handler + "status/21.status",
        SampleRootExtension.status(1, "success", SampleRoot.RUN.plusSeconds(12), "done"));
    add(
        "/" + SampleRootExtension.SHELL_LOG,
        SampleRootExtension.shellLine(3, "0 returned from handle.py"));
    add("/" + SampleRootExtension.SHELL_LOG + ".1", "");
    add("/etc/waagent_policy.json", "{\"policyVersion\": \"0.1.0\"}");
    add("/etc/azure/vmbackup.conf", "[SnapshotThread]\nisanysnapshotfailed = False\n");
    add("/usr/bin/waagent", "#!/usr/bin/python3\n");
    add("/proc/loadavg", "0.10 0.20 0.30 1/234 5678\n");
    add("/proc/stat", "cpu 1 2 3 4\ncpu0 1 2 3 4\n");
    add("/proc/meminfo", "MemTotal: 4096 kB\nMemAvailable: 2048 kB\n");
    add("/proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=1\n");
    add("/proc/cgroups", "#subsys_name hierarchy num_cgroups enabled\ncpu 1 1 1\n");
    add("/proc/cmdline", "root=/dev/sda1 ro quiet\n");
    add("/proc/sys/crypto/fips_enabled", "0\n");
    add("/sys/fs/selinux/enforce", "1\n");
    add("/etc/selinux/config", "SELINUX=enforcing\n");
    add("/etc/default/grub", "GRUB_TIMEOUT=5\n");
    add("/boot/loader/entries/a.conf", "options ro\n");
    add("/var/log/audit/audit.log", "type=LOGIN msg=audit(1773454509.000:1): uid=0\n");
    add("/usr/lib/systemd/systemd", "\177ELF\2");
    add("/proc/1/cmdline", "/usr/lib/systemd/systemd\0--system\0");
    add("/proc/812/cmdline", "/usr/bin/python3\0-u\0/usr/sbin/waagent\0-daemon\0");
    add(
        "/proc/1044/cmdline",
        "/usr/bin/python3\0-u\0bin/WALinuxAgent-2.9.1.1-py3.9.egg\0-run-exthandlers\0");
  }

  static FullRoot in(Path folder) throws IOException {
    return new FullRoot(SampleRoot.of(Distribution.DEBIAN_12, folder));
  }

  private void add(String path, String text) {
    more.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Files that lie beside those of the made-up root. */
  Set<String> files() {
    return more.keySet();
  }

  /** What a file holds; nothing if it is not there. */
  byte[] bytes(String path) {
    Path file = root.directory().resolve(path.substring(1));
    try {
      byte[] own = more.get(path);
      return own != null ? own : Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills a guest with all of it. */
  FakeGuest guest(FakeGuest guest) {
    return without(Set.of(), guest);
  }

  /** Fills a guest with all but some files. */
  FakeGuest without(Set<String> files, FakeGuest guest) {
    try {
      Rooted.filled(guest, root.directory(), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    more.forEach(
        (path, bytes) -> {
          if (!files.contains(path)) {
            guest.file(path, bytes);
          }
        });
    return Rooted.onAzure(guest).space("/", 30_000_000_000L, 20_000_000_000L);
  }
}
