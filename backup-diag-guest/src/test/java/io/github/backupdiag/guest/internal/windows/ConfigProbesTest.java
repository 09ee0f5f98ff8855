package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentUpdate;
import io.github.backupdiag.fact.guest.AppControlPolicy;
import io.github.backupdiag.fact.guest.FolderRight;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.PendingReboot;
import io.github.backupdiag.fact.guest.RuntimeLibraries;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a Windows guest: healthy, failing, refused, and only a part of a system. */
class ConfigProbesTest {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final String SOFTWARE = "HKLM\\SOFTWARE\\Microsoft\\";
  private static final String PLUGIN =
      "C:/Packages/Plugins/" + WindowsBackupExtension.HANDLER + "/1.0.0.5";
  private static final String AGENT =
      "C:/WindowsAzure/Packages/GuestAgent/WindowsAzureGuestAgent.exe";
  private static final String FRAMEWORK = "C:/Windows/Microsoft.NET/Framework64/v4.0.30319";

  @Test
  void findTheAgent() {
    FakeGuest guest = whole(FakeGuest.live()).file(AGENT, "MZ");
    service(guest, AGENT.replace('/', '\\'));

    WindowsAgentInstallation found =
        value(WindowsAgentFacts.INSTALLATION, look(new AgentInstallationProbe(), guest));

    assertThat(found.programs()).containsExactly(AGENT);
    assertThat(found.services())
        .extracting(WindowsAgentInstallation.Service::found)
        .containsExactly(true);
  }

  @Test
  void findAServiceWhoseProgramIsGone() {
    FakeGuest guest = whole(FakeGuest.live());
    service(guest, AGENT.replace('/', '\\'));

    assertThat(
            value(WindowsAgentFacts.INSTALLATION, look(new AgentInstallationProbe(), guest))
                .services())
        .extracting(WindowsAgentInstallation.Service::found)
        .containsExactly(false);
  }

  @Test
  void doNotMissAnAgentInAPartOfASystemNorAtAPlaceThatIsNotLookedAt() {
    FakeGuest part = FakeGuest.copy().registry(SERVICES + "Tcpip", "Start", "REG_DWORD", "0");
    look(new AgentInstallationProbe(), part)
        .expectUnavailable(WindowsAgentFacts.INSTALLATION, UnavailableReason.NOT_RECORDED);
    FakeGuest elsewhere = whole(FakeGuest.live());
    service(elsewhere, "D:\\Agent\\WindowsAzureGuestAgent.exe");
    assertThat(
            value(WindowsAgentFacts.INSTALLATION, look(new AgentInstallationProbe(), elsewhere))
                .services())
        .extracting(WindowsAgentInstallation.Service::found)
        .containsOnlyNulls();
  }

  @Test
  void readWhatTheAgentNotesOfItself() {
    FakeGuest guest =
        FakeGuest.copy()
            .registry(
                SOFTWARE + "Virtual Machine\\Guest", "GuestAgentVersion", "REG_SZ", "2.7.1.2");
    assertThat(
            value(WindowsAgentFacts.SELF_REPORT, look(new AgentSelfReportProbe(), guest)).version())
        .isEqualTo("2.7.1.2");
    look(new AgentSelfReportProbe(), whole(FakeGuest.live()))
        .expectAbsent(WindowsAgentFacts.SELF_REPORT);
  }

  @Test
  void readTheUpdatesOfTheAgent() {
    String updates = SOFTWARE + "Windows Azure\\GuestAgentUpdateState\\";
    FakeGuest guest =
        whole(FakeGuest.live())
            .registry(updates + "2.7.41491.1010", "Code", "REG_DWORD", "4294965693")
            .registry(updates + "2.7.41491.1010", "State", "REG_SZ", "Failed")
            .registry(updates + "2.7.41491.901", "Code", "REG_SZ", "0")
            .registry(updates + "garbage", "Code", "REG_DWORD", "1")
            .registry(updates + "2.7.41491.1", "Message", "REG_SZ", "x");

    assertThat(value(WindowsAgentFacts.UPDATES, look(new AgentSelfReportProbe(), guest)))
        .extracting(AgentUpdate::version, AgentUpdate::code, AgentUpdate::state)
        .containsExactly(tuple("2.7.41491.901", 0L, ""), tuple("2.7.41491.1010", -1603L, "Failed"));
    assertThat(
            value(
                WindowsAgentFacts.UPDATES,
                look(new AgentSelfReportProbe(), whole(FakeGuest.live()))))
        .isEmpty();
  }

  @Test
  void findTheEnabledVersionOfTheBackupExtension() {
    FakeGuest guest =
        whole(FakeGuest.live())
            .file(PLUGIN + "/HandlerManifest.json", "[]")
            .registry(
                SOFTWARE
                    + "Windows Azure\\HandlerState\\"
                    + WindowsBackupExtension.HANDLER
                    + "_1.0.0.5",
                "HandlerState",
                "REG_SZ",
                "Enabled");

    WindowsBackupExtension.Folder folder =
        value(WindowsAgentFacts.BACKUP_EXTENSION, look(new BackupExtensionProbe(), guest))
            .enabled();

    assertThat(folder).isEqualTo(new WindowsBackupExtension.Folder("1.0.0.5", PLUGIN, true, true));
    look(new BackupExtensionProbe(), whole(FakeGuest.live()))
        .expectAbsent(WindowsAgentFacts.BACKUP_EXTENSION);
  }

  @Test
  void askForTheRightsOfAdministratorsOnlyWhereTheSystemIsNotNamed() {
    FakeGuest guest =
        FakeGuest.live()
            .command(icacls("C:\\WindowsAzure", FolderRight.SYSTEM), 0, "Keine Datei.")
            .command(
                icacls("C:\\WindowsAzure", FolderRight.ADMINISTRATORS),
                0,
                "SID gefunden: C:\\WindowsAzure.")
            .command(icacls("C:\\Packages", FolderRight.SYSTEM), 0, "SID: C:\\Packages.")
            .command(icacls("C:\\", FolderRight.SYSTEM), 5, "C:\\: Zugriff verweigert")
            .command(icacls("C:\\", FolderRight.ADMINISTRATORS), 0, "");

    assertThat(value(WindowsAgentFacts.FOLDER_RIGHTS, look(new FolderRightsProbe(), guest)))
        .containsExactly(
            new FolderRight("C:/WindowsAzure", FolderRight.SYSTEM, false),
            new FolderRight("C:/Packages", FolderRight.SYSTEM, true),
            new FolderRight("C:/WindowsAzure", FolderRight.ADMINISTRATORS, true));
    look(new FolderRightsProbe(), FakeGuest.copy())
        .expectUnavailable(WindowsAgentFacts.FOLDER_RIGHTS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void tellPoliciesThatBlockFromThoseThatOnlyWrite() {
    String key = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\SrpV2";
    FakeGuest guest =
        whole(FakeGuest.live())
            .registry(key + "\\Exe", "EnforcementMode", "REG_DWORD", "0")
            .registry(key + "\\Exe\\{1}", "Value", "REG_SZ", "<FilePathRule/>")
            .registry(key + "\\Dll", "EnforcementMode", "REG_DWORD", "1")
            .registry(key + "\\Dll\\{2}", "Value", "REG_SZ", "<FilePathRule/>")
            .registry(key + "\\Appx\\{3}", "Value", "REG_SZ", "<FilePublisherRule/>");

    assertThat(value(WindowsAgentFacts.APP_CONTROL, look(new AppControlProbe(), guest)))
        .isEqualTo(new AppControlPolicy(List.of(key + "\\Dll"), List.of(key + "\\Exe")));
    assertThat(
            value(
                WindowsAgentFacts.APP_CONTROL,
                look(
                    new AppControlProbe(),
                    whole(FakeGuest.live()).registry("HKLM\\SOFTWARE\\Policies\\Microsoft"))))
        .isEqualTo(new AppControlPolicy(List.of(), List.of()));
    look(new AppControlProbe(), FakeGuest.copy().registry("HKLM\\SOFTWARE\\Policies"))
        .expectUnavailable(WindowsAgentFacts.APP_CONTROL, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheFramework() {
    String setup = SOFTWARE + "NET Framework Setup\\NDP\\v4\\Full";
    FakeGuest guest =
        whole(FakeGuest.live())
            .registry(setup, "Release", "REG_DWORD", "528049")
            .file(FRAMEWORK + "/clr.dll", "MZ")
            .file(FRAMEWORK + "/Config/machine.config", "<configuration></configuration>");

    assertThat(value(WindowsSetupFacts.DOTNET, look(new DotNetProbe(), guest)).release())
        .isEqualTo(528049);
    assertThat(value(WindowsSetupFacts.MACHINE_CONFIG, look(new DotNetProbe(), guest)).state())
        .isEqualTo(MachineConfig.State.SOUND);
    assertThat(value(WindowsSetupFacts.STORAGE_ASSEMBLY, look(new DotNetProbe(), guest))).isEmpty();
  }

  @Test
  void tellAMissingFrameworkFromOneThatWasNotRecorded() {
    FakeGuest old =
        whole(FakeGuest.live())
            .registry(SOFTWARE + "NET Framework Setup\\NDP\\v3.5", "Install", "REG_DWORD", "1")
            .file(FRAMEWORK + "/clr.dll", "MZ");
    assertThat(value(WindowsSetupFacts.DOTNET, look(new DotNetProbe(), old)).isInstalled())
        .isFalse();
    assertThat(value(WindowsSetupFacts.MACHINE_CONFIG, look(new DotNetProbe(), old)).state())
        .isEqualTo(MachineConfig.State.MISSING);
    look(new DotNetProbe(), whole(FakeGuest.copy()).registry(SERVICES + "x"))
        .expectUnavailable(WindowsSetupFacts.DOTNET, UnavailableReason.NOT_RECORDED)
        .expectUnavailable(WindowsSetupFacts.MACHINE_CONFIG, UnavailableReason.NOT_RECORDED)
        .expectUnavailable(WindowsSetupFacts.STORAGE_ASSEMBLY, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readSwitchesRuntimeRestartAndRelease() {
    FakeGuest guest =
        whole(FakeGuest.live())
            .registry(
                SOFTWARE + ".NETFramework\\v4.0.30319", "SchUseStrongCrypto", "REG_DWORD", "0")
            .file("C:/Windows/System32/msvcr120.dll", "MZ")
            .registry(
                SOFTWARE + "Windows\\CurrentVersion\\Component Based Servicing\\RebootPending")
            .registry(
                SOFTWARE + "Windows NT\\CurrentVersion", "CurrentBuildNumber", "REG_SZ", "17763")
            .folder("C:/Windows/SysWOW64");

    assertThat(value(WindowsSetupFacts.TLS_SWITCHES, look(new TlsSwitchesProbe(), guest)))
        .hasSize(1);
    assertThat(
            value(WindowsSetupFacts.RUNTIME_LIBRARIES, look(new RuntimeLibrariesProbe(), guest))
                .isPresent())
        .isFalse();
    assertThat(
            value(WindowsSetupFacts.PENDING_REBOOT, look(new PendingRebootProbe(), guest)).keys())
        .hasSize(1);
    assertThat(value(WindowsSetupFacts.BUILD, look(new WindowsBuildProbe(), guest)).bits())
        .isEqualTo(64);
  }

  @Test
  void doNotTakeTheRuntimeOf2012ForThatOf2013() {
    FakeGuest older =
        whole(FakeGuest.live())
            .file("C:/Windows/System32/msvcp110.dll", "MZ")
            .file("C:/Windows/System32/msvcr110.dll", "MZ");
    assertThat(runtime(older).isPresent()).isFalse();

    assertThat(
            runtime(
                    FakeGuest.live()
                        .file("C:/Windows/System32/msvcp120.dll", "MZ")
                        .file("C:/Windows/System32/msvcr120.dll", "MZ"))
                .isPresent())
        .isTrue();
  }

  private static RuntimeLibraries runtime(FakeGuest guest) {
    return value(WindowsSetupFacts.RUNTIME_LIBRARIES, look(new RuntimeLibrariesProbe(), guest));
  }

  @Test
  void takeFilesToBeRenamedAloneForNoPendingRestart() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(SOFTWARE + "Windows\\CurrentVersion\\Component Based Servicing")
            .registry(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager",
                "PendingFileRenameOperations",
                "REG_MULTI_SZ",
                "\\??\\C:\\Windows\\Temp\\x.tmp");
    assertThat(value(WindowsSetupFacts.PENDING_REBOOT, look(new PendingRebootProbe(), guest)))
        .isEqualTo(new PendingReboot(List.of(), true));
  }

  @Test
  void askForTheProxyOfLocalSystemAndNeverForThatOfTheCaller() {
    String settings = "\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    FakeGuest guest =
        whole(FakeGuest.live())
            .registry("HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment")
            .registry("HKCU" + settings, "ProxyEnable", "REG_DWORD", "1")
            .registry("HKCU" + settings, "ProxyServer", "REG_SZ", "proxy:8080")
            .registry("HKU\\S-1-5-21-1-2-3-500" + settings, "ProxyEnable", "REG_DWORD", "1")
            .registry("HKU\\S-1-5-21-1-2-3-500" + settings, "ProxyServer", "REG_SZ", "proxy:8080");
    assertThat(value(WindowsNetworkFacts.PROXIES, look(new ProxiesProbe(), guest))).isEmpty();

    guest
        .registry("HKU\\S-1-5-18" + settings, "ProxyEnable", "REG_DWORD", "1")
        .registry("HKU\\S-1-5-18" + settings, "ProxyServer", "REG_SZ", "proxy:8080");
    assertThat(value(WindowsNetworkFacts.PROXIES, look(new ProxiesProbe(), guest))).hasSize(1);
  }

  /** The tool prints the path for either kind of entry; flags and names are not read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SID Found: C:\\Packages.",
        "processed file: C:\\Packages NT-AUTORIT\u00c4T\\SYSTEM:(I)(OI)(CI)(F)",
        "processed file: C:\\Packages NT AUTHORITY\\SYSTEM:(OI)(CI)(F)"
      })
  void countInheritedAndOwnEntriesAlike(String printed) {
    FakeGuest guest =
        FakeGuest.live().command(icacls("C:\\Packages", FolderRight.SYSTEM), 0, printed);

    assertThat(value(WindowsAgentFacts.FOLDER_RIGHTS, look(new FolderRightsProbe(), guest)))
        .containsExactly(new FolderRight("C:/Packages", FolderRight.SYSTEM, true));
  }

  @Test
  void readTheNetwork() {
    String tcp = SERVICES + "Tcpip\\Parameters\\Interfaces\\{1}";
    String classes =
        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class"
            + "\\{4d36e972-e325-11ce-bfc1-08002be10318}\\0007";
    FakeGuest guest =
        FakeGuest.live()
            .registry(tcp, "EnableDHCP", "REG_DWORD", "1")
            .registry(tcp, "DhcpIPAddress", "REG_SZ", "10.1.0.4")
            .registry(classes, "DriverDesc", "REG_SZ", "Npcap Loopback Adapter")
            .registry(
                SERVICES + "SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules",
                "{9}",
                "REG_SZ",
                "v2.30|Action=Block|Active=TRUE|Dir=Out|RA4=168.63.129.16|")
            .registry(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment",
                "HTTPS_PROXY",
                "REG_SZ",
                "http://proxy:8080");

    assertThat(value(WindowsNetworkFacts.INTERFACES, look(new InterfacesProbe(), guest)))
        .hasSize(1);
    assertThat(value(WindowsNetworkFacts.CAPTURE_ADAPTERS, look(new InterfacesProbe(), guest)))
        .containsExactly(classes);
    assertThat(value(WindowsNetworkFacts.FIREWALL_BLOCKS, look(new FirewallBlocksProbe(), guest)))
        .hasSize(1);
    assertThat(value(WindowsNetworkFacts.PROXIES, look(new ProxiesProbe(), guest))).hasSize(1);
  }

  @Test
  void tellARefusal() {
    List<Probe> probes =
        List.of(
            new AgentInstallationProbe(),
            new AgentSelfReportProbe(),
            new AppControlProbe(),
            new BackupExtensionProbe(),
            new DotNetProbe(),
            new FirewallBlocksProbe(),
            new InterfacesProbe(),
            new PendingRebootProbe(),
            new ProxiesProbe(),
            new RuntimeLibrariesProbe(),
            new TenantCertificatesProbe(),
            new TlsSwitchesProbe(),
            new WindowsBuildProbe());
    for (Probe probe : probes) {
      FakeGuest refusing = FakeGuest.live().denied("C:/").denied("HKLM").denied("HKU");
      for (FactKey<?> key : probe.descriptor().provides()) {
        look(probe, refusing).expectUnavailable(key, UnavailableReason.NOT_PERMITTED);
      }
    }
  }

  private static FakeGuest whole(FakeGuest guest) {
    return guest
        .file("C:/Windows/System32/ntoskrnl.exe", "MZ")
        .registry(SERVICES + "Tcpip", "Start", "REG_DWORD", "0");
  }

  private static void service(FakeGuest guest, String program) {
    guest.registry(SERVICES + "WindowsAzureGuestAgent", "ImagePath", "REG_EXPAND_SZ", program);
  }

  private static List<String> icacls(String path, String sid) {
    return List.of("icacls.exe", path, "/findsid", "*" + sid);
  }
}
