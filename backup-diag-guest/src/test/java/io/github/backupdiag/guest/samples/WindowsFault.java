package io.github.backupdiag.guest.samples;

import static io.github.backupdiag.guest.samples.SampleWindows.AGENT_LOG;
import static io.github.backupdiag.guest.samples.SampleWindows.CONTROL;
import static io.github.backupdiag.guest.samples.SampleWindows.FRAMEWORK;
import static io.github.backupdiag.guest.samples.SampleWindows.HANDLER;
import static io.github.backupdiag.guest.samples.SampleWindows.PLUGIN;
import static io.github.backupdiag.guest.samples.SampleWindows.SERVICES;
import static io.github.backupdiag.guest.samples.SampleWindows.SOFTWARE;
import static io.github.backupdiag.guest.samples.SampleWindows.VERSION;
import static io.github.backupdiag.guest.samples.SampleWindows.agentLine;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One fault of a Windows guest.
 *
 * @param name what is wrong
 * @param cause the cause that it is
 * @param code a code or text of the failure that agrees with it; empty if the fault proves alone
 * @param plant puts it into a healthy guest
 */
public record WindowsFault(String name, String cause, String code, Consumer<SampleWindows> plant) {

  private static final String ENABLED =
      SOFTWARE + "Windows Azure\\HandlerState\\" + HANDLER + "_" + VERSION;

  /** Faults that are the cause themselves. */
  public static List<WindowsFault> proven() {
    return Stream.concat(
            Stream.of(
                disabled("VSS", "vss-service-broken"),
                disabled("swprv", "software-shadow-provider-broken"),
                disabled("COMSysApp", "com-plus-not-running"),
                disabled("EventSystem", "com-event-system-broken"),
                disabled("KeyIso", "cng-key-isolation-stopped"),
                disabled("WindowsAzureGuestAgent", "guest-agent-not-running"),
                disabled("RdAgent", "guest-agent-not-running")),
            Stream.of(
                fault(
                    "library of another provider",
                    "software-shadow-provider-broken",
                    guest ->
                        guest
                            .registry()
                            .expanded(
                                SERVICES + "swprv\\Parameters", "ServiceDll", "C:\\t\\swprv.dll")),
                fault(
                    "library not named",
                    "software-shadow-provider-broken",
                    guest ->
                        guest.registry().without(SERVICES + "swprv\\Parameters", "ServiceDll")),
                fault(
                    "programs of the agent deleted",
                    "guest-agent-missing",
                    guest -> guest.without("WindowsAzure/GuestAgent")),
                fault("agent never installed", "guest-agent-missing", WindowsFault::removeAgent),
                fault(
                    "manifest deleted",
                    "extension-files-deleted",
                    guest -> guest.without(PLUGIN + "HandlerManifest.json")),
                fault(
                    ".NET 4 absent",
                    "dotnet-missing-or-old",
                    guest ->
                        guest
                            .registry()
                            .without(SOFTWARE + "NET Framework Setup\\NDP\\v4\\Full")
                            .number(SOFTWARE + "NET Framework Setup\\NDP\\v3.5", "Install", 1)),
                fault(
                    ".NET 4.0",
                    "dotnet-missing-or-old",
                    guest ->
                        guest
                            .registry()
                            .without(SOFTWARE + "NET Framework Setup\\NDP\\v4\\Full", "Release")),
                fault(
                    "64 bits switched off",
                    "dotnet-64bit-switched-off",
                    guest -> guest.registry().number(SOFTWARE + ".NETFramework", "Enable64Bit", 0)),
                fault(
                    "configuration cut off",
                    "machine-config-broken",
                    guest -> guest.file(FRAMEWORK + "Config/machine.config", "<configuration><a>")),
                fault(
                    "configuration deleted",
                    "machine-config-broken",
                    guest -> guest.without(FRAMEWORK + "Config"))))
        .toList();
  }

  /**
   * Faults that only suggest the cause: a code of the failure, or a line of the log, has to agree.
   */
  public static List<WindowsFault> suggested() {
    return List.of(
        suggestion(
            "coordinator as another account",
            "msdtc-broken",
            "ExtensionSnapshotFailedCOM",
            guest -> guest.registry().text(SERVICES + "MSDTC", "ObjectName", "LocalSystem")),
        suggestion(
            "installer disabled before the runtime came",
            "vc-redist-install-blocked",
            "ExtensionVCRedistInstallationFailure",
            guest ->
                guest
                    .without("Windows/System32/msvc")
                    .registry()
                    .number(SERVICES + "msiserver", "Start", 4)),
        suggestion(
            "runtime missing",
            "vc-redist-install-blocked",
            "ExtensionVCRedistInstallationFailure",
            guest -> guest.without("Windows/System32/msvc")),
        suggestion(
            "runtime of mixed builds",
            "provider-dll-mismatch",
            "ExtensionSnapshotFailedCOM",
            guest -> guest.file("Windows/System32/msvcr120.dll", SampleLibrary.of(12, 21005))),
        suggestion(
            "provider of 32 bits",
            "provider-dll-mismatch",
            "BackUpOperationFailed",
            guest -> guest.file(PLUGIN + "iaasvmprovider.dll", SampleLibrary.narrow(1, 5))),
        suggestion(
            "service that COM+ needs disabled",
            "com-plus-not-running",
            "ExtensionSnapshotFailedCOM",
            guest -> guest.registry().number(SERVICES + "SENS", "Start", 4)),
        suggestion(
            "restart pending",
            "pending-reboot",
            "ExtensionFailedVssServiceInBadState",
            guest ->
                guest
                    .registry()
                    .key(
                        SOFTWARE
                            + "Windows\\CurrentVersion\\Component Based Servicing"
                            + "\\RebootPending")),
        suggestion(
            "service of the extension disabled",
            "backup-extension-cannot-load",
            "BackUpOperationFailed",
            guest -> guest.registry().number(SERVICES + "IaaSVmProvider", "Start", 4)),
        suggestion(
            "extension not in use",
            "backup-extension-cannot-load",
            "BackUpOperationFailed",
            guest -> guest.registry().text(ENABLED, "HandlerState", "NotInstalled")),
        suggestion(
            "provider noted, its service gone",
            "provider-registration-stale",
            "ExtensionSnapshotFailedCOM",
            guest -> guest.registry().without(SERVICES + "IaaSVmProvider")),
        suggestion(
            "strong encryption off",
            "strong-tls-disabled",
            "ExtensionSnapshotFailedNoSecureNetwork",
            guest ->
                guest
                    .registry()
                    .number(SOFTWARE + ".NETFramework\\v4.0.30319", "SchUseStrongCrypto", 0)),
        suggestion(
            "firewall before the host address",
            "host-endpoint-unreachable",
            "ExtensionSnapshotFailedNoNetwork",
            guest ->
                guest
                    .registry()
                    .text(
                        SERVICES + "SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules",
                        "{9}",
                        "v2.31|Action=Block|Active=TRUE|Dir=Out|RA4=168.63.129.16|Name=x|")),
        suggestion(
            "proxy of the machine",
            "proxy-misconfigured",
            "ExtensionSnapshotFailedNoNetwork",
            guest ->
                guest
                    .registry()
                    .text(
                        CONTROL + "Session Manager\\Environment",
                        "HTTPS_PROXY",
                        "http://proxy.contoso.example:8080")),
        suggestion(
            "key of the certificate gone",
            "agent-certificate-missing",
            "ExtensionConfigParsingFailure",
            guest ->
                guest
                    .registry()
                    .without(SOFTWARE + "SystemCertificates\\MY\\Certificates")
                    .key(SOFTWARE + "SystemCertificates\\MY\\Certificates")),
        suggestion(
            "old agent",
            "windows-agent-outdated",
            "GuestAgentSnapshotTaskStatusError",
            guest ->
                guest
                    .registry()
                    .text(
                        SOFTWARE + "Virtual Machine\\Guest", "GuestAgentVersion", "2.7.41491.900")),
        suggestion(
            "old heartbeat",
            "windows-agent-unresponsive",
            "GuestAgentSnapshotTaskStatusError",
            guest ->
                guest
                    .file(AGENT_LOG, agentLine(-24_000, "Driving to new goal state"))
                    .registry()
                    .text(
                        SOFTWARE + "Virtual Machine\\Guest\\GuestAgent",
                        "HeartbeatLastStatusUpdateTime",
                        "2026-03-13T20:00:00Z")),
        suggestion(
            "old Windows",
            "guest-os-unsupported",
            "GuestAgentSnapshotTaskStatusError",
            guest ->
                guest
                    .registry()
                    .text(SOFTWARE + "Windows NT\\CurrentVersion", "CurrentBuildNumber", "6002")),
        suggestion(
            "blocks not trimmed",
            "free-blocks-not-trimmed",
            "AzureIaaSVMBackupPerfMoreBackupQueueTime",
            guest ->
                guest.registry().number(CONTROL + "FileSystem", "DisableDeleteNotification", 1)));
  }

  private static void removeAgent(SampleWindows guest) {
    guest.without("WindowsAzure/").without("Packages/");
    guest
        .registry()
        .without(SERVICES + "WindowsAzureGuestAgent")
        .without(SERVICES + "RdAgent")
        .without(SERVICES + "IaaSVmProvider")
        .without(SOFTWARE + "Virtual Machine")
        .without(SOFTWARE + "Windows Azure")
        .without(SOFTWARE + "BcdrAgent")
        .without(SOFTWARE + "BcdrAgentPersistentKeys");
  }

  private static WindowsFault disabled(String service, String cause) {
    return fault(
        service + " disabled",
        cause,
        guest -> guest.registry().number(SERVICES + service, "Start", 4));
  }

  static WindowsFault fault(String name, String cause, Consumer<SampleWindows> plant) {
    return new WindowsFault(name, cause, "", plant);
  }

  private static WindowsFault suggestion(
      String name, String cause, String code, Consumer<SampleWindows> plant) {
    return new WindowsFault(name, cause, code, plant);
  }

  /** Whether it shows in something that the registry lacks. */
  boolean isAnAbsence() {
    return List.of("library not named", "agent never installed", ".NET 4 absent", ".NET 4.0")
        .contains(name);
  }

  public SampleWindows planted() {
    SampleWindows guest = SampleWindows.healthy();
    plant.accept(guest);
    return guest;
  }

  @Override
  public String toString() {
    return name;
  }
}
