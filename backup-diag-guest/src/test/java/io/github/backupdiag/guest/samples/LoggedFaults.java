package io.github.backupdiag.guest.samples;

import static io.github.backupdiag.guest.samples.SampleWindows.AGENT_LOG;
import static io.github.backupdiag.guest.samples.SampleWindows.CONTROL;
import static io.github.backupdiag.guest.samples.SampleWindows.EXTENSION_LOG;
import static io.github.backupdiag.guest.samples.SampleWindows.INSTALLER_LOG;
import static io.github.backupdiag.guest.samples.SampleWindows.SERVICES;
import static io.github.backupdiag.guest.samples.SampleWindows.agentLine;
import static io.github.backupdiag.guest.samples.SampleWindows.extensionLine;
import static io.github.backupdiag.guest.samples.WindowsFault.fault;

import java.util.List;

/** Faults that a line of the log agrees with. */
final class LoggedFaults {

  private static final String INTERFACE =
      SERVICES + "Tcpip\\Parameters\\Interfaces\\{1f2e3d4c-0000-4a5b-8c9d-0a1b2c3d4e5f}";

  private LoggedFaults() {}

  static List<WindowsFault> logged() {
    return List.of(
        fault(
            "fixed address, host not found",
            "dhcp-disabled-in-guest",
            guest -> {
              guest
                  .append(
                      AGENT_LOG, agentLine(50, "Did not discover fabric address on interface Eth"))
                  .registry()
                  .number(INTERFACE, "EnableDHCP", 0)
                  .texts(INTERFACE, "IPAddress", "10.1.0.4")
                  .texts(INTERFACE, "DefaultGateway", "10.1.0.1");
            }),
        fault(
            "service of addresses disabled, host not found",
            "dhcp-disabled-in-guest",
            guest ->
                guest
                    .append(
                        AGENT_LOG,
                        agentLine(50, "Did not discover fabric address on interface Eth"))
                    .registry()
                    .number(SERVICES + "Dhcp", "Start", 4)),
        fault(
            "adapter of a capture program",
            "capture-adapter-misleads-agent",
            guest ->
                guest
                    .append(
                        AGENT_LOG,
                        agentLine(
                            50,
                            "Did not discover fabric address on interface Npcap Loopback Adapter"))
                    .registry()
                    .text(
                        CONTROL + "Class\\{4d36e972-e325-11ce-bfc1-08002be10318}\\0007",
                        "DriverDesc",
                        "Npcap Loopback Adapter")),
        fault(
            "other storage library in the cache",
            "storage-assembly-conflict",
            guest ->
                guest
                    .file(
                        "Windows/Microsoft.NET/assembly/GAC_MSIL/Microsoft.WindowsAzure.Storage"
                            + "/v4.0_3.0.3.0__31bf3856ad364e35/Microsoft.WindowsAzure.Storage.dll",
                        "MZ")
                    .append(
                        EXTENSION_LOG,
                        extensionLine(
                            20,
                            "Could not load file or assembly 'Microsoft.WindowsAzure.Storage,"
                                + " Version=4.3.0.0, Culture=neutral'"))),
        fault(
            "debugger left in the configuration",
            "machine-config-broken",
            guest ->
                guest.append(
                    INSTALLER_LOG,
                    agentLine(
                        10, "Microsoft.VisualStudio.Diagnostics.ServiceModelSink.Behavior"))));
  }
}
