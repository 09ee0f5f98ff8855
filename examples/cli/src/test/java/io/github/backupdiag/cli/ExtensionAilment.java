package io.github.backupdiag.cli;

import static io.github.backupdiag.guest.samples.SampleRootExtension.SETTINGS;
import static io.github.backupdiag.guest.samples.SampleRootExtension.folder;
import static io.github.backupdiag.guest.samples.SampleRootExtension.handlerStatus;
import static io.github.backupdiag.guest.samples.SampleRootExtension.installed;
import static io.github.backupdiag.guest.samples.SampleRootExtension.later;
import static io.github.backupdiag.guest.samples.SampleRootExtension.python;
import static io.github.backupdiag.guest.samples.SampleRootExtension.shellLine;
import static io.github.backupdiag.guest.samples.SampleRootExtension.status;
import static io.github.backupdiag.guest.samples.SampleRootExtension.unpacked;

import io.github.backupdiag.guest.samples.SampleRoot;
import io.github.backupdiag.guest.samples.SampleRoot.Distribution;
import io.github.backupdiag.guest.samples.SampleRootExtension;
import java.nio.file.Path;
import java.util.List;

/** What is wrong with the backup extension of a made-up root. */
enum ExtensionAilment {
  RUN_UNFINISHED("snapshot-run-unfinished", folder("1.0.9235.0") + "status/21.status", "code 4") {
    @Override
    void befall(SampleRoot root) {
      stale(root, SampleRoot.extensionLine(12, "customSettings : {}"));
    }
  },
  HUNG("backup-extension-hung", SampleRoot.EXTENSION_LOG, "Binary output traces start") {
    @Override
    void befall(SampleRoot root) {
      stale(
          root,
          SampleRoot.extensionLine(
              12, "============== Binary output traces start ================="));
    }
  },
  PYTHON_NOT_FOUND("python-not-found", SampleRootExtension.SHELL_LOG, "python version unknown") {
    @Override
    void befall(SampleRoot root) {
      installed(root, "1.0.9156.0", SETTINGS, "")
          .without(folder("1.0.9156.0") + "status")
          .without(SampleRoot.EXTENSION_LOG)
          .file("usr/bin/env", "")
          .file("usr/libexec/platform-python3.6", "")
          .link("usr/libexec/platform-python", "platform-python3.6")
          .file("usr/sbin/waagent", "#!/usr/libexec/platform-python -u\n");
      failed(root, "1.0.9156.0", 3);
      root.file(
          SampleRootExtension.SHELL_LOG,
          shellLine(8, "python version unknown") + shellLine(8, "3 returned from handle.py"));
    }
  },
  PYTHON_TOO_NEW(
      "python-too-new-for-extension", folder("1.0.9218.0").replaceFirst("/$", ""), null) {
    @Override
    void befall(SampleRoot root) {
      installed(python(root, "3.12", true), "1.0.9218.0", SETTINGS, "")
          .without(folder("1.0.9218.0") + "status")
          .without(SampleRoot.EXTENSION_LOG);
      failed(root, "1.0.9218.0", 1);
      root.file(
          SampleRootExtension.SHELL_LOG,
          shellLine(8, "python3 path exists") + shellLine(9, "1 returned from handle.py"));
    }
  },
  WRONG_OS(
      "extension-for-wrong-os",
      "var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshot-1.0.70.0",
      null) {
    @Override
    void befall(SampleRoot root) {
      root.file(
          "var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshot-1.0.70.0/config/HandlerState",
          "NotInstalled");
    }
  },
  STALE_FILES("extension-stale-handler-files", folder("1.0.9240.0").replaceFirst("/$", ""), null) {
    @Override
    void befall(SampleRoot root) {
      healthy(root);
      unpacked(root, "1.0.9240.0")
          .append(
              SampleRoot.AGENT_LOG,
              SampleRoot.agentLine(
                  9,
                  "ERROR ExtHandler Event: name="
                      + SampleRootExtension.NAME
                      + ", op=None, message=[ExtensionError] Downgrade not allowed, duration=0"));
    }
  },
  CANNOT_LOAD(
      "backup-extension-cannot-load",
      folder("1.0.9235.0") + "config/HandlerStatus",
      "Download failed") {
    @Override
    void befall(SampleRoot root) {
      healthy(root)
          .without(folder("1.0.9235.0") + "status")
          .file(folder("1.0.9235.0") + "config/HandlerState", "NotInstalled")
          .file(
              folder("1.0.9235.0") + "config/HandlerStatus",
              handlerStatus("1.0.9235.0", "NotReady", 1007, "[Download failed] no room"))
          .append(
              SampleRoot.AGENT_LOG,
              SampleRoot.agentLine(
                  9,
                  "ERROR ExtHandler ["
                      + SampleRootExtension.NAME
                      + "-1.0.9235.0] Event: message=Non-zero exit code: 52, x, duration=0"));
    }
  },
  POLICY("agent-policy-blocks-extension", "etc/waagent_policy.json", null) {
    @Override
    void befall(SampleRoot root) {
      healthy(root)
          .append(SampleRoot.CONFIG, "Debug.EnableExtensionPolicy=y\n")
          .file(
              "etc/waagent_policy.json",
              "{\"policyVersion\": \"0.1.0\", \"extensionPolicies\":"
                  + " {\"allowListedExtensionsOnly\": true, \"extensions\": {\"A.B\": {}}}}");
    }
  };

  private final String cause;
  private final String place;
  private final String value;

  ExtensionAilment(String cause, String place, String value) {
    this.cause = cause;
    this.place = place;
    this.value = value;
  }

  abstract void befall(SampleRoot root);

  String cause() {
    return cause;
  }

  /** File or folder that the first evidence names. */
  String place() {
    return "/" + place;
  }

  /** A part of its excerpt, or null if it has none. */
  String value() {
    return value;
  }

  /** Codes among whose causes, or their topic, this one is. */
  List<String> codes() {
    String general = "GuestAgentSnapshotTaskStatusError";
    return this == POLICY ? List.of(general) : List.of(general, "VMSnapshotLinux.4");
  }

  /** Writes a root that has this and nothing else. */
  SampleRoot in(Path directory, Distribution distribution) {
    SampleRoot root = SampleRoot.of(distribution, directory);
    befall(root);
    return root;
  }

  static SampleRoot healthy(SampleRoot root) {
    return installed(
        python(root, "3.11", true),
        "1.0.9235.0",
        SETTINGS,
        status(1, "success", SampleRoot.RUN.plusSeconds(12), "snapshot done"));
  }

  /** Three hours later the newest run still says that it works, and its log goes no further. */
  private static void stale(SampleRoot root, String lastLine) {
    installed(
        python(root, "3.11", true),
        "1.0.9235.0",
        SETTINGS,
        status(4, "transitioning", SampleRoot.RUN.plusSeconds(5), "Transitioning state"));
    root.file(
        SampleRoot.EXTENSION_LOG,
        SampleRoot.extensionLine(4, "starting enable")
            + SampleRoot.extensionLine(5, "taskId: 6f1c2d3e-0000-4a5b-8c9d-112233445566")
            + SampleRoot.extensionLine(6, "starting daemon initially")
            + lastLine);
    later(root, 3);
  }

  private static void failed(SampleRoot root, String version, int exit) {
    root.append(
        SampleRoot.AGENT_LOG,
        SampleRoot.agentLine(
            9,
            "ERROR ExtHandler ["
                + SampleRootExtension.NAME
                + "-"
                + version
                + "] [ExtensionOperationError] Non-zero exit code: "
                + exit
                + ", /var/lib/waagent/"
                + SampleRootExtension.NAME
                + "-"
                + version
                + "/main/handle.sh enable"));
  }
}
