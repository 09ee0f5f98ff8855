package io.github.backupdiag.guest.samples;

import io.github.backupdiag.guest.internal.eventlog.EventLogWriter;
import io.github.backupdiag.guest.internal.eventlog.EventLogWriter.Entry;
import io.github.backupdiag.guest.internal.registry.HiveLogWriter;
import io.github.backupdiag.guest.internal.registry.HiveWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A made-up Windows guest in Azure, healthy as it comes; what is wrong is then written over it.
 * Names and ids are invented; places and forms are those of Windows and of the agent.
 */
public final class SampleWindows {

  /** Start of the last backup that the logs tell of. */
  public static final Instant RUN = Instant.parse("2026-03-14T02:15:09.123Z");

  public static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  public static final String CONTROL = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\";
  public static final String SOFTWARE = "HKLM\\SOFTWARE\\Microsoft\\";
  public static final String HANDLER = "Microsoft.Azure.RecoveryServices.VMSnapshot";
  public static final String VERSION = "1.0.0.5";
  public static final String PLUGIN = "Packages/Plugins/" + HANDLER + "/" + VERSION + "/";
  public static final String FRAMEWORK = "Windows/Microsoft.NET/Framework64/v4.0.30319/";
  public static final String AGENT_LOG = "WindowsAzure/Logs/WaAppAgent.log";
  public static final String INSTALLER_LOG = "WindowsAzure/Logs/TransparentInstaller.log";
  public static final String EXTENSION_LOG =
      "WindowsAzure/Logs/Plugins/" + HANDLER + "/" + VERSION + "/IaaSBcdrExtension0.log";

  private static final String AGENT = "WindowsAzure/GuestAgent_2.7.41491.1172/";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final SampleRegistry registry = SampleSettings.healthy();
  private final Map<String, List<Entry>> events = new TreeMap<>();

  private SampleWindows() {}

  public static SampleWindows healthy() {
    SampleWindows disk = new SampleWindows();
    return disk.file("Windows/System32/ntoskrnl.exe", "MZ")
        .file("Windows/System32/swprv.dll", "MZ")
        .file("Windows/System32/msvcp120.dll", SampleLibrary.of(12, 40660))
        .file("Windows/System32/msvcr120.dll", SampleLibrary.of(12, 40660))
        .file("Windows/SysWOW64/kernel32.dll", "MZ")
        .file(FRAMEWORK + "clr.dll", "MZ")
        .file(FRAMEWORK + "Config/machine.config", machineConfig())
        .file(AGENT + "WindowsAzureGuestAgent.exe", "MZ")
        .file(AGENT + "WaAppAgent.exe", "MZ")
        .file(PLUGIN + "HandlerManifest.json", "[{\"version\": 1.0}]")
        .file(PLUGIN + "IaaSBcdrExtension.exe", "MZ")
        .file(PLUGIN + "iaasvmprovider.dll", SampleLibrary.of(1, 5))
        .file("ProgramData/Microsoft/Crypto/RSA/MachineKeys/0a1b_2c3d", "\0")
        .file("Users/operator/NTUSER.DAT", "regf")
        .file(AGENT_LOG, agentLog())
        .file(INSTALLER_LOG, agentLine(-600, "Run installer loop"))
        .file(EXTENSION_LOG, extensionLog())
        .event("System", "volsnap", 33, -40_000, "C:")
        .event("System", "Service Control Manager", 7036, 5, "VSS", "running")
        .event("Application", "VSS", 22, 9, "{74600e39-7dc5-4567-a03b-f091d6c7b092}")
        .event("Application", "VSS", 8194, 10, "hr = 0x80070005, Access is denied.")
        .event("Application", "Microsoft-Windows-CAPI2", 513, 10, "AddLegacyDriverFiles")
        .event("Application", "VSS", 8224, 400);
  }

  public SampleRegistry registry() {
    return registry;
  }

  public SampleWindows file(String path, String text) {
    return file(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public SampleWindows file(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public SampleWindows append(String path, String text) {
    return file(path, new String(files.get(path), StandardCharsets.UTF_8) + text);
  }

  /** Adds an entry to an event log, some seconds after the run began. */
  public SampleWindows event(
      String channel, String provider, int id, long seconds, String... data) {
    events
        .computeIfAbsent(channel, none -> new ArrayList<>())
        .add(new Entry(channel, provider, id, RUN.plusSeconds(seconds), List.of(data)));
    String file = "Windows/System32/winevt/Logs/" + channel.replace("/", "%4") + ".evtx";
    return file(file, EventLogWriter.write(events.get(channel)));
  }

  /** Removes a file, or all files below a folder. */
  public SampleWindows without(String path) {
    files.keySet().removeIf(each -> each.startsWith(path));
    return this;
  }

  public Map<String, byte[]> files() {
    return files;
  }

  /** Writes the disk, with its registry as hives, below an empty directory. */
  Path disk(Path directory) {
    writeFiles(directory);
    write(directory, "Windows/System32/config/SYSTEM", registry.hive("HKLM\\SYSTEM"));
    write(directory, "Windows/System32/config/SOFTWARE", registry.hive("HKLM\\SOFTWARE"));
    return directory;
  }

  /** Writes the disk as it is while the guest runs: the newest changes are not in the hives. */
  Path runningDisk(Path directory) {
    disk(directory);
    for (String root : List.of("SYSTEM", "SOFTWARE")) {
      byte[] hive = registry.hive("HKLM\\" + root);
      write(directory, "Windows/System32/config/" + root, HiveWriter.unfinished(hive));
    }
    return directory;
  }

  /** Writes the disk as it is while the guest runs, with the changes in the logs of the hives. */
  Path runningDisk(Path directory, SampleWindows anHourAgo) {
    disk(directory);
    for (String root : List.of("SYSTEM", "SOFTWARE")) {
      byte[] before = anHourAgo.registry.hive("HKLM\\" + root);
      byte[] after = registry.hive("HKLM\\" + root);
      String file = "Windows/System32/config/" + root;
      byte[] stored = before.clone();
      System.arraycopy(after, 0, stored, 0, 4096); // a hive keeps the place of its root
      write(directory, file, HiveWriter.unfinished(stored));
      write(directory, file + ".LOG1", HiveLogWriter.log(HiveLogWriter.entry(7, before, after)));
      write(directory, file + ".LOG2", new byte[0]);
    }
    return directory;
  }

  /** Writes what somebody collected: the files, and the registry as exports. */
  Path bundle(Path directory) {
    writeFiles(directory);
    write(directory, "registry/system.reg", registry.export("HKLM\\SYSTEM"));
    write(directory, "registry/software.reg", registry.export("HKLM\\SOFTWARE"));
    return directory;
  }

  private void writeFiles(Path directory) {
    files.forEach((path, bytes) -> write(directory, path, bytes));
  }

  private static void write(Path directory, String path, byte[] bytes) {
    Path file = directory.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line of the agent's log, some seconds after the run began. */
  public static String agentLine(long seconds, String text) {
    return "[00000014] " + RUN.plusSeconds(seconds) + " [INFO]  " + text + "\r\n";
  }

  /** A line of the extension's log, some seconds after the run began. */
  public static String extensionLine(long seconds, String text) {
    String time = RUN.plusSeconds(seconds).toString().replace("Z", "4567Z");
    return time + " [Information]: " + text + "\r\n";
  }

  private static String agentLog() {
    return agentLine(-900, "Driving to new goal state")
        + agentLine(-1, "Starting installation/update of plugins. Incarnation: 21")
        + agentLine(0, "Beginning enable of plugin " + HANDLER + " (Version: " + VERSION + ")")
        + agentLine(1, "Started a process with the launch command enable.cmd")
        + agentLine(40, "Successfully enabled plugin " + HANDLER)
        + agentLine(1700, "Error SetCPUNotification: 87");
  }

  private static String extensionLog() {
    return extensionLine(2, "Loading configuration {ConfigFile: config}")
        + extensionLine(3, "IsCommonProviderDllInstalled = True")
        + extensionLine(9, "Waiting for GatherWriterMetadata")
        + extensionLine(12, "Waiting for PrepareForBackup")
        + extensionLine(14, "Waiting for DoSnapshotSet")
        + extensionLine(21, "DoSnapshotSet {TimeTaken: 6 s}")
        + extensionLine(38, "Snapshot command completed");
  }

  private static String machineConfig() {
    return """
    <?xml version="1.0" encoding="UTF-8" ?>
    <!-- changes here reach every program -->
    <configuration>
        <configSections>
            <section name="appSettings" type="System.Configuration.AppSettingsSection" />
        </configSections>
        <runtime />
    </configuration>
    """;
  }
}
