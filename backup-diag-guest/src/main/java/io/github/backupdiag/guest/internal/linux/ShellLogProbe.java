package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;

/** Reads the log of the start script of the backup extension (guest.linux.extension.shell-log). */
public final class ShellLogProbe extends LogProbe {

  /** Made by {@code ServiceLoader}. */
  public ShellLogProbe() {
    super(
        ExtensionFacts.SHELL_LOG,
        "vmsnapshot-shell",
        "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/shell.log",
        LogTime.Style.SHELL,
        RunStart.NONE,
        "guest.linux.extension.shell-log");
  }
}
