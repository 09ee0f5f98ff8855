package io.github.backupdiag.guest.samples;

import java.time.Instant;
import java.util.Locale;

/** The backup extension on a made-up root: its folders, its status, its start script, Python. */
public final class SampleRootExtension {

  public static final String NAME = "Microsoft.Azure.RecoveryServices.VMSnapshotLinux";
  public static final String SHELL_LOG = "var/log/azure/" + NAME + "/shell.log";

  /** Version of the settings that belong to the run of {@link SampleRoot}. */
  public static final int SETTINGS = 21;

  private static final String LIB = "var/lib/waagent/";

  private SampleRootExtension() {}

  /** The folder of a version. */
  public static String folder(String version) {
    return LIB + NAME + "-" + version + "/";
  }

  /** A version that is enabled and ready, with settings and their status. */
  public static SampleRoot installed(SampleRoot root, String version, int settings, String status) {
    return unpacked(root, version)
        .file(folder(version) + "config/HandlerState", "Enabled")
        .file(folder(version) + "config/HandlerStatus", handlerStatus(version, "Ready", 0, ""))
        .file(folder(version) + "config/" + settings + ".settings", settings())
        .file(folder(version) + "status/" + settings + ".status", status);
  }

  /** The files of a package without any state. */
  public static SampleRoot unpacked(SampleRoot root, String version) {
    String helper = folder(version) + "main/safefreeze/bin/safefreeze";
    root.file(folder(version) + "HandlerManifest.json", "[{\"version\": 1.0}]\n")
        .file(folder(version) + "HandlerEnvironment.json", "[{\"version\": 1.0}]\n")
        .file(folder(version) + "main/handle.sh", "#!/usr/bin/env sh\n")
        .file(folder(version) + "main/handle.py", "#!/usr/bin/env python\n")
        .file(folder(version) + "main/fsfreezer.py", "import os\n")
        .file(helper, SampleRootSnapshot.program(62));
    return SampleRootSnapshot.mode(root, helper, "rwxr-xr-x");
  }

  public static String handlerStatus(String version, String status, int code, String message) {
    return String.format(
        Locale.ROOT,
        "{\"name\": \"%s\", \"version\": \"%s\", \"status\": \"%s\", \"code\": %d,"
            + " \"message\": \"%s\", \"extensions\": []}",
        NAME,
        version,
        status,
        code,
        message);
  }

  private static String settings() {
    return "{\"runtimeSettings\": [{\"handlerSettings\": {\"protectedSettings\": \"\","
        + " \"protectedSettingsCertThumbprint\": null, \"publicSettings\": {}}}]}";
  }

  /** A status as the extension writes it: the word outside reads success whatever the code. */
  public static String status(int code, String word, Instant at, String message) {
    String time = at.toString().substring(0, 19) + "Z";
    String inner = one(code, word, "\\/Date(" + at.toEpochMilli() + ")\\/", message, "[]");
    return one(code, word.equals("transitioning") ? word : "success", time, message, name(inner));
  }

  private static String one(int code, String word, String time, String message, String substatus) {
    return String.format(
        Locale.ROOT,
        "[{\"version\": \"1.0\", \"timestampUTC\": \"%s\", \"status\": {\"name\": \"%s\","
            + " \"operation\": \"Enable\", \"status\": \"%s\", \"code\": \"%d\","
            + " \"formattedMessage\": {\"lang\": \"en-US\", \"message\": %s},"
            + " \"taskId\": \"6f1c2d3e\", \"substatus\": %s}}]",
        time,
        NAME,
        word,
        code,
        quoted("{\"messageStr\": " + quoted(message) + ", \"snapshotConsistency\": 1}"),
        substatus);
  }

  private static String name(String inner) {
    return "[{\"name\": " + quoted(inner) + ", \"status\": \"success\", \"code\": \"0\"}]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Programs, with one Python under its full name and, if wanted, the general one. */
  public static SampleRoot python(SampleRoot root, String version, boolean general) {
    root.file("usr/bin/env", "").file("usr/bin/python" + version, "");
    root.file("usr/lib/python" + version + "/os.py", "");
    return general ? root.link("usr/bin/python3", "python" + version) : root;
  }

  /** A line of the start script's log, some seconds after the run began. */
  public static String shellLine(long seconds, String text) {
    String time = SampleRoot.RUN.plusSeconds(seconds).toString();
    return "Sat Mar 14 " + time.substring(11, 19) + " UTC 2026- " + text + "\n";
  }

  /** The agent goes on after the run: a heartbeat each half hour. */
  public static SampleRoot later(SampleRoot root, int hours) {
    for (int half = 1; half <= 2 * hours; half++) {
      root.append(
          SampleRoot.AGENT_LOG,
          SampleRoot.agentLine(
              1800L * half,
              "INFO ExtHandler ExtHandler [HEARTBEAT] Agent WALinuxAgent-2.9.1.1 is running as the"
                  + " goal state agent [DEBUG HeartbeatCounter: "
                  + (48 + half)
                  + "]"));
    }
    return root;
  }
}
