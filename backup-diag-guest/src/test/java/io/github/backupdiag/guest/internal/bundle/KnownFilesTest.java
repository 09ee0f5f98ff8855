package io.github.backupdiag.guest.internal.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFilesTest {

  @ParameterizedTest
  @CsvSource({
    "waagent.log, var/log/waagent.log",
    "a/b/waagent.log.2.gz, var/log/waagent.log.2.gz",
    "waagent.log-2026-03-14-1773454667.gz, var/log/waagent.log-2026-03-14-1773454667.gz",
    "log/azure/Microsoft.Azure.X/y/CommandExecution.log,"
        + " var/log/azure/Microsoft.Azure.X/y/CommandExecution.log",
    "x/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log,"
        + " var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log",
    "Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0/status/21.status,"
        + " var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.9235.0/status/21.status",
    "etc-backup/waagent.conf, etc/waagent.conf",
    "Agent Logs/WaAppAgent.log, WindowsAzure/Logs/WaAppAgent.log",
    "waappagent.001.LOG, WindowsAzure/Logs/waappagent.001.LOG",
    "Event Logs/Application.evtx, Windows/System32/winevt/Logs/Application.evtx",
    "x/Microsoft-Windows-Bits%4Operational.evtx,"
        + " Windows/System32/winevt/Logs/Microsoft-Windows-Bits%4Operational.evtx",
    "1.0.9161.0/IaaSBcdrExtension0.log, WindowsAzure/Logs/Plugins/"
        + "Microsoft.Azure.RecoveryServices.VMSnapshot/1.0.9161.0/IaaSBcdrExtension0.log",
    "Microsoft.Azure.RecoveryServices.VMSnapshot/1.0.9161.0/Status/3.status, Packages/Plugins/"
        + "Microsoft.Azure.RecoveryServices.VMSnapshot/1.0.9161.0/Status/3.status",
    "aggregatestatus_1.json, WindowsAzure/Logs/AggregateStatus/aggregatestatus_1.json"
  })
  void tellsAFileByItsName(String name, String place) {
    assertThat(KnownFiles.of(name)).isNotNull().extracting("path").isEqualTo(place);
  }

  @Test
  void doesNotKnowOthers() {
    for (String other : new String[] {"notes.txt", "mywaagent.log", "waagent.login", "a/log", ""}) {
      assertThat(KnownFiles.of(other)).as(other).isNull();
    }
  }
}
