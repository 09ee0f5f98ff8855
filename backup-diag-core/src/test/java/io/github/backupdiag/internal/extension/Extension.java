package io.github.backupdiag.internal.extension;

import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.BackupExtension.Folder;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.ExtensionRun.End;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.ExtensionStatus.Reading;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import io.github.backupdiag.internal.rules.Samples;
import java.time.Instant;
import java.util.List;

/** Facts of a backup extension, as rules are given them. */
final class Extension {

  static final String LIB = "/var/lib/waagent/";
  static final String STATUS_FILE = folder("1.0.9235.0") + "/status/21.status";

  private Extension() {}

  static String folder(String version) {
    return LIB + BackupExtension.HANDLER + "-" + version;
  }

  static ExtensionStatus status(long code) {
    return status(code, Samples.NIGHT.plusSeconds(60));
  }

  static ExtensionStatus status(long code, Instant at) {
    return status(at, new Outcome(code, "success", "said", null, 0, 0, null, null));
  }

  static ExtensionStatus status(Instant at, Outcome outcome) {
    return new ExtensionStatus(STATUS_FILE, "1.0.9235.0", 21, Reading.READ, at, outcome);
  }

  static ExtensionStatus missing() {
    return new ExtensionStatus(STATUS_FILE, "1.0.9235.0", 21, Reading.MISSING, null, null);
  }

  static ExtensionRun run(End end) {
    return new ExtensionRun(
        "/var/log/azure/extension.log",
        Samples.NIGHT.plusSeconds(50),
        Samples.NIGHT.plusSeconds(70),
        9,
        "lsblk",
        end,
        null);
  }

  static BackupExtension of(String version) {
    return new BackupExtension(List.of(whole(version)));
  }

  static Folder whole(String version) {
    return folder(version, true, "Enabled", report("Ready", 0), List.of());
  }

  static Folder folder(
      String version,
      boolean configured,
      String state,
      HandlerReport report,
      List<String> missing) {
    return new Folder(
        version,
        folder(version),
        configured,
        configured ? 21L : null,
        state,
        report,
        true,
        missing);
  }

  static HandlerReport report(String status, long code) {
    return new HandlerReport(
        BackupExtension.HANDLER, "1.0.9235.0", "/status", status, code, "because", "", null, null);
  }

  static LogEvents agentLog(String signature, String text) {
    return agentLog(signature, Samples.NIGHT.plusSeconds(60), text);
  }

  static LogEvents agentLog(String signature, Instant at, String text) {
    return Samples.log(at, Samples.agentLine(signature, at, text));
  }

  static Pythons python(String path, String version) {
    return new Pythons(List.of(new Python(path, version)), List.of(), null);
  }

  static final Pythons NO_PYTHON = new Pythons(List.of(), List.of(), null);
}
