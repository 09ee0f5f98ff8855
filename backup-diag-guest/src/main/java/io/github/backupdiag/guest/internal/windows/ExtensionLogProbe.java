package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.internal.parse.RunStart;
import java.util.List;

/**
 * Reads the logs in the folders of the backup extension, one for each of its versions
 * (guest.windows.plugin.log).
 */
public final class ExtensionLogProbe extends WindowsLogProbe {

  private static final String FOLDERS =
      "C:/WindowsAzure/Logs/Plugins/Microsoft.Azure.RecoveryServices.VMSnapshot/*/";

  /** Made by {@code ServiceLoader}. */
  public ExtensionLogProbe() {
    super(
        WindowsFacts.EXTENSION_LOG,
        "vmsnapshot-windows",
        RunStart.WINDOWS_EXTENSION,
        List.of(FOLDERS + "IaaSBcdrExtension*.log", FOLDERS + "CommandExecution*.log"),
        "guest.windows.plugin.log");
  }
}
