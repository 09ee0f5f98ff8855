package io.github.backupdiag.guest.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a made-up root needs for the freeze and the scripts around a snapshot. */
public final class SampleRootSnapshot {

  /** Folder of the extension that is set up. */
  public static final String EXTENSION =
      "var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0";

  public static final String CONFIG = "etc/azure/VMSnapshotScriptPluginConfig.json";
  public static final String HELPER = EXTENSION + "/main/safefreeze/bin/safefreeze";

  private static final String HEADER_X64 = "\u007fELF\u0002\u0001\u0001";

  private SampleRootSnapshot() {}

  /** Unpacks the extension, all of its files in order. */
  public static SampleRoot withExtension(SampleRoot root) {
    SampleRootExtension.unpacked(root, "1.0.9235.0")
        .file(EXTENSION + "/config/HandlerState", "Enabled")
        .file(EXTENSION + "/main/VMSnapshotPluginHost.conf", host(CONFIG))
        .file("usr/bin/env", program(62));
    return root;
  }

  /** Configures scripts that keep to all rules. */
  public static SampleRoot withScripts(SampleRoot root) {
    withExtension(root)
        .file(CONFIG, config("/opt/backup/pre.sh", "/opt/backup/post.sh"))
        .file("opt/backup/pre.sh", "#!/bin/sh\nsync\n")
        .file("opt/backup/post.sh", "#!/bin/sh\ntrue\n");
    mode(root, CONFIG, "rw-------");
    mode(root, EXTENSION + "/main/VMSnapshotPluginHost.conf", "rw-r--r--");
    mode(root, "opt/backup/pre.sh", "rwx------");
    return mode(root, "opt/backup/post.sh", "rwx------");
  }

  /** The last run fails at the freeze of these mounts, as the helper writes it. */
  public static SampleRoot withFailedFreeze(SampleRoot root, String error, String... mounts) {
    StringBuilder log = new StringBuilder();
    log.append(SampleRoot.extensionLine(4, "starting enable"))
        .append(SampleRoot.extensionLine(5, "taskId: 6f1c2d3e-0000-4a5b-8c9d-112233445566"))
        .append(SampleRoot.extensionLine(6, "starting daemon initially"))
        .append(SampleRoot.extensionLine(8, "****** 1. Starting Freeze Binary "))
        .append(
            SampleRoot.extensionLine(9, "============== Binary output traces start ============"));
    for (String mount : mounts) {
      log.append(
          SampleRoot.extensionLine(
              9,
              "2026-03-14 02:15:18 Failed to FIFREEZE: "
                  + mount
                  + (error.isEmpty() ? "" : " with error message: " + error)));
    }
    log.append(SampleRoot.extensionLine(9, "============== Binary output traces end ============"))
        .append(SampleRoot.extensionLine(10, "freeze failed for some mount"))
        .append(
            SampleRoot.extensionLine(
                10, "T:S Enable failed with error: errors: freeze failed for some mount"));
    return root.file(SampleRoot.EXTENSION_LOG, log.toString());
  }

  public static String config(String pre, String post) {
    return "{\n    \"pluginName\" : \"ScriptRunner\",\n    \"preScriptLocation\" : \""
        + pre
        + "\",\n    \"postScriptLocation\" : \""
        + post
        + "\",\n    \"timeoutInSeconds\" : 30,\n    \"continueBackupOnFailure\" : false\n}\n";
  }

  public static String host(String config) {
    return "[pre_post]\ntimeoutInSeconds: 1800\nnumberOfPlugins: 1\npluginName0: ScriptRunner\n"
        + "pluginPath0: /etc/azure\npluginConfigPath0: /"
        + config
        + "\n";
  }

  /** The first bytes of a program for a machine of elf(5): 62 is x86-64, 40 arm. */
  public static String program(int machine) {
    return HEADER_X64 + "\0".repeat(9) + "\u0002\0" + (char) machine + "\0more";
  }

  /** Sets the mode of a file. */
  public static SampleRoot mode(SampleRoot root, String path, String mode) {
    try {
      Path file = root.directory().resolve(path);
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root;
  }

  /** Gives a file to another user; only root can. */
  public static SampleRoot owner(SampleRoot root, String path, int user) {
    try {
      Files.setAttribute(root.directory().resolve(path), "unix:uid", user);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return root;
  }
}
