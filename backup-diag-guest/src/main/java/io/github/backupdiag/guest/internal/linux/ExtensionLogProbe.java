package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.LogTime;
import io.github.backupdiag.internal.parse.RunStart;

/** Reads the log of the backup extension. */
public final class ExtensionLogProbe extends LogProbe {

  /** Made by {@code ServiceLoader}. */
  public ExtensionLogProbe() {
    super(
        GuestFacts.EXTENSION_LOG,
        "vmsnapshot-extension",
        "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log",
        LogTime.Style.EXTENSION,
        RunStart.EXTENSION,
        "guest.linux.extension.log",
        "guest.linux.extension.traceback");
  }
}
