package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.internal.parse.RunStart;
import java.util.List;

/** Reads the log of the agent's installer. */
public final class InstallerLogProbe extends WindowsLogProbe {

  /** Made by {@code ServiceLoader}. */
  public InstallerLogProbe() {
    super(
        GuestFacts.logEvents("transparent-installer"),
        "transparent-installer",
        RunStart.NONE,
        List.of("C:/WindowsAzure/Logs/TransparentInstaller*.log"),
        "guest.windows.wmi");
  }
}
