package io.github.backupdiag.guest.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A made-up copy of an Azure VM's disk, healthy as it comes; what is wrong is then written over it.
 * Names and ids are invented; the forms of the lines are those of the programs.
 */
public final class SampleRoot {

  /** Start of the last backup that the logs tell of. */
  public static final Instant RUN = Instant.parse("2026-03-14T02:15:09.123456Z");

  public static final String AGENT_LOG = "var/log/waagent.log";
  public static final String EXTENSION_LOG =
      "var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log";
  public static final String CONFIG = "etc/waagent.conf";

  private static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";

  private final Path directory;
  private final String unit;

  private SampleRoot(Path directory, String unit) {
    this.directory = directory;
    this.unit = unit;
  }

  /** One of the distributions below. */
  public enum Distribution {
    DEBIAN_12("debian", "12", "", "Debian GNU/Linux 12 (bookworm)", "walinuxagent", "/lib"),
    UBUNTU_22_04("ubuntu", "22.04", "debian", "Ubuntu 22.04.4 LTS", "walinuxagent", "/lib"),
    RHEL_9("rhel", "9.3", "fedora", "Red Hat Enterprise Linux 9.3 (Plow)", "waagent", "/usr/lib"),
    SLES_15("sles", "15.5", "suse", "SUSE Linux Enterprise Server 15 SP5", "waagent", "/usr/lib"),
    AZURE_LINUX_3("azurelinux", "3.0", "", "Microsoft Azure Linux 3.0", "waagent", "/usr/lib");

    private final String id;
    private final String version;
    private final String like;
    private final String pretty;
    private final String unit;
    private final String library;

    Distribution(
        String id, String version, String like, String pretty, String unit, String library) {
      this.id = id;
      this.version = version;
      this.like = like;
      this.pretty = pretty;
      this.unit = unit;
      this.library = library;
    }
  }

  /** Writes a healthy root into an empty directory. */
  public static SampleRoot of(Distribution distribution, Path directory) {
    SampleRoot root = new SampleRoot(directory, distribution.unit);
    String service = distribution.library + "/systemd/system/" + distribution.unit + ".service";
    return root.file("etc/os-release", osRelease(distribution))
        .file("etc/hostname", "vm-sample-01\n")
        .file("etc/fstab", "# made at installation\nUUID=0a1b-2c3d / ext4 defaults,discard 0 1\n")
        .file("etc/machine-id", "0123456789abcdef0123456789abcdef\n")
        .file(CONFIG, config())
        .file(service.substring(1), unitFile())
        .file("usr/lib/systemd/system/sshd.service", "[Unit]\nDescription=OpenSSH\n")
        .link(
            "etc/systemd/system/multi-user.target.wants/" + distribution.unit + ".service", service)
        .file("usr/sbin/waagent", "#!/usr/bin/python3\n")
        .file("var/lib/waagent/WALinuxAgent-2.9.1.1/HandlerManifest.json", "[{}]\n")
        .file("var/lib/waagent/waagent_status.json", status(RUN.plus(Duration.ofMinutes(28))))
        .file(AGENT_LOG, agentLog())
        .file(EXTENSION_LOG, extensionLog());
  }

  public Path directory() {
    return directory;
  }

  public String unit() {
    return unit;
  }

  public SampleRoot file(String path, String text) {
    Path file = directory.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public SampleRoot append(String path, String text) {
    try {
      return file(path, Files.readString(directory.resolve(path)) + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public SampleRoot link(String path, String target) {
    Path link = directory.resolve(path);
    try {
      Files.createDirectories(link.getParent());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Removes a file, or a folder and all in it. */
  public SampleRoot without(String path) {
    Path gone = directory.resolve(path);
    try (var paths = Files.walk(gone)) {
      for (Path each : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A line of the agent's log, some seconds after the run began. */
  public static String agentLine(long seconds, String text) {
    return stamp(seconds, 'T') + "Z " + text + "\n";
  }

  /** A line of the extension's log, some seconds after the run began. */
  public static String extensionLine(long seconds, String text) {
    return stamp(seconds, ' ') + " [" + HANDLER + "-1.0]" + text + "\n";
  }

  private static String stamp(long seconds, char between) {
    String time = RUN.plusSeconds(seconds).toString();
    return time.substring(0, 26).replace('T', between);
  }

  private static String osRelease(Distribution distribution) {
    String like = distribution.like.isEmpty() ? "" : "ID_LIKE=\"" + distribution.like + "\"\n";
    return String.format(
        Locale.ROOT,
        "PRETTY_NAME=\"%s\"%nNAME=\"%s\"%nVERSION_ID=\"%s\"%nID=%s%n%s",
        distribution.pretty,
        distribution.pretty,
        distribution.version,
        distribution.id,
        like);
  }

  private static String config() {
    return """
        # Microsoft Azure Linux Agent Configuration
        #

        # Enable extension handling. Do not disable this unless you do not need password reset,
        # backup, monitoring, or any extension handling whatsoever.
        Extensions.Enabled=y

        # Specify provisioning agent.
        Provisioning.Agent=auto
        ResourceDisk.Format=n
        Logs.Verbose=n
        OS.RootDeviceScsiTimeout=300
        HttpProxy.Host=None
        HttpProxy.Port=None
        # Lib.Dir=/var/lib/waagent
        AutoUpdate.Enabled=y
        """;
  }

  private static String unitFile() {
    return """
        [Unit]
        Description=Azure Linux Agent
        After=network-online.target

        [Service]
        Type=simple
        ExecStart=/usr/bin/python3 -u /usr/sbin/waagent -daemon
        Restart=always

        [Install]
        WantedBy=multi-user.target
        """;
  }

  private static String status(Instant time) {
    return "{\"version\": \"1.1\", \"timestampUTC\": \""
        + time.toString().substring(0, 19)
        + "Z\", \"aggregateStatus\": {\"guestAgentStatus\": {\"version\": \"2.9.1.1\","
        + " \"status\": \"Ready\"}}}\n";
  }

  private static String agentLog() {
    String backup = "INFO ExtHandler [" + HANDLER + "-1.0.9235.0] ";
    return agentLine(-90000, "INFO Daemon Daemon Azure Linux Agent Version: 2.9.1.1")
        + agentLine(-90000, "INFO Daemon Daemon Run daemon")
        + agentLine(
            -89990, "INFO ExtHandler ExtHandler Agent WALinuxAgent-2.9.1.1 is running on vm")
        + agentLine(-1200, heartbeat(47))
        + agentLine(
            0, "INFO ExtHandler ExtHandler ProcessExtensionsGoalState started [incarnation 21]")
        + agentLine(0, backup + "Target handler state: enabled [incarnation 21]")
        + agentLine(1, backup + "Update settings file: 21.settings")
        + agentLine(1, backup + "Enable extension: [main/handle.sh enable]")
        + agentLine(12, backup + "Command: main/handle.sh enable")
        + "[stdout]\nSat Mar 14 02:15:21 UTC 2026- 0 returned from handle.py\n\n[stderr]\n\n"
        + agentLine(
            13, "INFO ExtHandler ExtHandler ProcessExtensionsGoalState completed [21 13000 ms]")
        + agentLine(600, heartbeat(48));
  }

  private static String heartbeat(int counter) {
    return "INFO ExtHandler ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the goal"
        + " state agent [DEBUG HeartbeatCounter: "
        + counter
        + ";HeartbeatId: A1B2;UpdateGSErrors: 0;AutoUpdate: 1]";
  }

  private static String extensionLog() {
    return extensionLine(4, "starting enable")
        + extensionLine(5, "taskId: 6f1c2d3e-0000-4a5b-8c9d-112233445566")
        + extensionLine(6, "starting daemon initially")
        + extensionLine(7, "safeFreezeBinary exists True")
        + extensionLine(8, "****** 1. Starting Freeze Binary")
        + extensionLine(10, "****** 9. Binary Process completed (Signal=2 received)")
        + extensionLine(11, "Enable,success,1,Enable Succeeded");
  }
}
