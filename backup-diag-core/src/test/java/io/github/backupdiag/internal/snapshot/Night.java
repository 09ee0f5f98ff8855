package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.backup.SeenCode;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The night of a failed job, and what was read of it. */
public final class Night {

  public static final Instant FREEZE = Samples.NIGHT.plusSeconds(8);
  public static final Instant DAYS_AGO = Samples.NIGHT.minus(Duration.ofDays(3));

  private Night() {}

  /** A rule that knows when the job was. */
  public static DiagnosticTester rule(Diagnostic rule) {
    return DiagnosticTester.of(rule).wordedBy().given(BackupFacts.WINDOW, Samples.WINDOW);
  }

  public static DiagnosticTester log(DiagnosticTester rule, LogEvent... lines) {
    return rule.given(GuestFacts.EXTENSION_LOG, Samples.log(FREEZE, lines));
  }

  public static DiagnosticTester code(DiagnosticTester rule, int code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code("VMSnapshotLinux." + code)));
  }

  public static DiagnosticTester seen(DiagnosticTester rule, int code, Instant at) {
    return rule.given(
        BackupFacts.SEEN_CODES,
        List.of(new SeenCode("VMSnapshotLinux." + code, "/x/21.status", at, "code " + code)));
  }

  public static LogEvent line(String signature, String text) {
    return line(signature, text, FREEZE);
  }

  public static LogEvent line(String signature, String text, @Nullable Instant at) {
    return new LogEvent(signature, "/var/log/azure/x/extension.log", 21, at, text);
  }

  static LogEvent failed(String mount, String error) {
    String with = error.isEmpty() ? "" : " with error message: " + error;
    return line("ext-bin-fifreeze-failed", "02:15:08 Failed to FIFREEZE: " + mount + with);
  }

  static LogEvent failedAsAWhole() {
    return line("ext-freeze-some-failed", "freeze failed for some mount");
  }

  static LogEvents kernel(LogEvent... lines) {
    return Samples.log(FREEZE, lines);
  }

  static LogEvent kernelLine(String signature, String text) {
    return new LogEvent(signature, "/var/log/kern.log", 5, FREEZE, "vm kernel: [9.1] " + text);
  }

  static FreezeRun run(Instant at, boolean ended, @Nullable Instant next) {
    return new FreezeRun("/x/extension.log", 7, at, "1. Starting Freeze Binary", ended, next);
  }

  static Mounts live(MountPoint... points) {
    return new Mounts("/proc/self/mountinfo", true, List.of(points));
  }

  static Mounts boot(MountPoint... points) {
    return new Mounts("/etc/fstab", false, List.of(points));
  }

  static MountPoint mount(int line, String device, String path, String type, String... options) {
    return new MountPoint(path, device, type, List.of(options), line);
  }

  static VmbackupConf conf(String key, String value) {
    return new VmbackupConf(
        "/etc/azure/vmbackup.conf", 0, List.of(new VmbackupConf.Setting(key, value, 2)));
  }
}
