package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.OddImagePath;
import io.github.backupdiag.fact.guest.SnapshotSetting;
import io.github.backupdiag.fact.guest.SnapshotSettings;
import io.github.backupdiag.fact.guest.SqlWriterError;
import io.github.backupdiag.fact.guest.SqlWriterLog;
import io.github.backupdiag.fact.guest.SystemWriterInputs;
import io.github.backupdiag.fact.guest.VssAccount;
import io.github.backupdiag.fact.guest.VssSettings;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings in the registry, and the log of SQL Writer. */
class SettingsProbesTest {

  private static final String SERVICES = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final String ACCESS = SERVICES + "VSS\\VssAccessControl";
  private static final String SOFTWARE = "HKLM\\SOFTWARE\\Microsoft\\";
  private static final String FILES = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem";

  @Test
  void tellWhoMayBeAWriterAndTheLibraryOfTheProvider() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(ACCESS, "NT Authority\\NetworkService", "REG_DWORD", "1")
            .registry(ACCESS, "CONTOSO\\x", "REG_DWORD", "0")
            .registry(ACCESS, "note", "REG_SZ", "0")
            .registry(SERVICES + "swprv", "Start", "REG_DWORD", "3")
            .registry(
                SERVICES + "swprv\\Parameters",
                "ServiceDll",
                "REG_EXPAND_SZ",
                "%Systemroot%\\System32\\swprv.dll");

    assertThat(value(WindowsVssFacts.VSS_SETTINGS, look(new VssSettingsProbe(), guest)))
        .isEqualTo(
            new VssSettings(
                List.of(
                    new VssAccount("NT Authority\\NetworkService", true),
                    new VssAccount("CONTOSO\\x", false)),
                true,
                true,
                "%Systemroot%\\System32\\swprv.dll"));
  }

  @Test
  void doNotTakeAProviderThatIsNotThereForOneWithoutLibrary() {
    FakeGuest guest = FakeGuest.live().registry(ACCESS, "a", "REG_DWORD", "1");
    VssSettings settings = value(WindowsVssFacts.VSS_SETTINGS, look(new VssSettingsProbe(), guest));

    assertThat(settings.softwareProvider()).isFalse();
    guest
        .registry(SERVICES + "swprv", "Start", "REG_DWORD", "3")
        .registry(SERVICES + "swprv\\Parameters", "ServiceDll", "REG_SZ", "x")
        .denied(SERVICES + "swprv\\Parameters");
    assertThat(
            value(WindowsVssFacts.VSS_SETTINGS, look(new VssSettingsProbe(), guest))
                .softwareProvider())
        .isFalse();
    look(new VssSettingsProbe(), FakeGuest.live().denied("HKLM"))
        .expectUnavailable(WindowsVssFacts.VSS_SETTINGS, UnavailableReason.NOT_PERMITTED);
    look(new VssSettingsProbe(), FakeGuest.copy())
        .expectUnavailable(WindowsVssFacts.VSS_SETTINGS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheSettingsOfTheExtensionFromBothKeys() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(SOFTWARE + "BcdrAgent", "IsProviderInstalled", "REG_SZ", "True")
            .registry(SOFTWARE + "BcdrAgentPersistentKeys", "SnapshotMethod", "REG_SZ", "x")
            .registry(SERVICES + "IaaSVmProvider", "Start", "REG_DWORD", "3");
    SnapshotSettings settings = settings(guest);

    assertThat(settings.complete()).isTrue();
    assertThat(settings.providerService()).isTrue();
    assertThat(settings.find(SnapshotSetting.AGENT, "isproviderinstalled").isOn()).isTrue();
    assertThat(settings.find(SnapshotSetting.PERSISTENT, "SnapshotMethod").data()).isEqualTo("x");
  }

  @Test
  void knowThatNoKeyIsThereBeforeTheFirstBackup() {
    assertThat(settings(FakeGuest.live())).isEqualTo(new SnapshotSettings(List.of(), true, false));
    assertThat(settings(FakeGuest.live().denied(SOFTWARE + "BcdrAgent")).complete()).isFalse();
    assertThat(settings(FakeGuest.live().denied(SERVICES + "IaaSVmProvider")).providerService())
        .isNull();
    look(new SnapshotSettingsProbe(), FakeGuest.live().denied("HKLM"))
        .expectUnavailable(WindowsVssFacts.SNAPSHOT_SETTINGS, UnavailableReason.NOT_PERMITTED);
  }

  private static SnapshotSettings settings(FakeGuest guest) {
    return value(WindowsVssFacts.SNAPSHOT_SETTINGS, look(new SnapshotSettingsProbe(), guest));
  }

  @Test
  void readSwitchesWhoseAbsenceIsNormal() {
    CheckedObservations normal =
        look(new SystemSwitchesProbe(), FakeGuest.live().registry(FILES, "x", "REG_SZ", ""));

    assertThat(value(WindowsVssFacts.CLUSTER_SERVICE, normal)).isFalse();
    assertThat(value(WindowsVssFacts.TRIM_SWITCHED_OFF, normal)).isZero();
    normal.expectAbsent(WindowsVssFacts.DOTNET_64BIT);
  }

  @Test
  void readSwitchesThatAreSet() {
    CheckedObservations set =
        look(
            new SystemSwitchesProbe(),
            FakeGuest.live()
                .registry(SERVICES + "ClusSvc", "Start", "REG_DWORD", "2")
                .registry(FILES, "DisableDeleteNotification", "REG_DWORD", "1")
                .registry(SOFTWARE + ".NETFramework", "Enable64Bit", "REG_DWORD", "0"));

    assertThat(value(WindowsVssFacts.CLUSTER_SERVICE, set)).isTrue();
    assertThat(value(WindowsVssFacts.TRIM_SWITCHED_OFF, set)).isEqualTo(1);
    assertThat(value(WindowsVssFacts.DOTNET_64BIT, set)).isZero();
  }

  @Test
  void doNotTakeARefusalForASwitchThatIsNotSet() {
    look(new SystemSwitchesProbe(), FakeGuest.live().denied("HKLM"))
        .expectUnavailable(WindowsVssFacts.CLUSTER_SERVICE, UnavailableReason.NOT_PERMITTED)
        .expectUnavailable(WindowsVssFacts.TRIM_SWITCHED_OFF, UnavailableReason.NOT_PERMITTED)
        .expectUnavailable(WindowsVssFacts.DOTNET_64BIT, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findPathsThatSystemWriterCannotResolve() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(SERVICES + "VSS", "ImagePath", "REG_EXPAND_SZ", "%systemroot%\\vssvc.exe")
            .registry(SERVICES + "acme", "ImagePath", "REG_SZ", "\"C:\\Acme\\a.exe")
            .registry(SERVICES + "none", "Start", "REG_DWORD", "3")
            .folder("C:/Windows/Microsoft.NET/Framework64/v4.0.30319/Temporary ASP.NET Files/a/b");

    assertThat(inputs(guest))
        .isEqualTo(
            new SystemWriterInputs(
                List.of(
                    new OddImagePath(
                        "acme", "\"C:\\Acme\\a.exe", OddImagePath.Problem.UNCLOSED_QUOTE)),
                true,
                2));
    assertThat(inputs(FakeGuest.live().denied("HKLM")).servicesKnown()).isFalse();
    look(new SystemWriterInputsProbe(), FakeGuest.live().denied("HKLM").denied("C:/"))
        .expectUnavailable(WindowsVssFacts.SYSTEM_WRITER_INPUTS, UnavailableReason.NOT_PERMITTED);
  }

  private static SystemWriterInputs inputs(FakeGuest guest) {
    return value(WindowsVssFacts.SYSTEM_WRITER_INPUTS, look(new SystemWriterInputsProbe(), guest));
  }

  @Test
  void readTheLogOfSqlWriterInTheZoneOfTheGuest() {
    String folder = "C:/Program Files/Microsoft SQL Server/90/Shared/";
    FakeGuest guest =
        FakeGuest.live()
            .file(
                folder + "SqlWriterLogger.txt",
                "[03/14/2026 03:15:44, TID 5a88] HRESULT EXCEPTION CAUGHT: hr: 0x80040e14\r\n")
            .file(
                folder + "SqlWriterLogger1.txt",
                "[03/13/2026 03:15:44, TID 5a88] Entering SQL Writer OnFreeze.\r\n")
            .registry(
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation",
                "ActiveTimeBias",
                "REG_DWORD",
                "4294967236");
    SqlWriterLog log = value(WindowsVssFacts.SQL_WRITER_LOG, look(new SqlWriterLogProbe(), guest));

    assertThat(log.newest()).isEqualTo("2026-03-14T02:15:44Z");
    assertThat(log.errors()).extracting(SqlWriterError::phase).containsExactly("OnFreeze");
    look(new SqlWriterLogProbe(), FakeGuest.live()).expectAbsent(WindowsVssFacts.SQL_WRITER_LOG);
    look(new SqlWriterLogProbe(), guest.denied(folder + "SqlWriterLogger.txt"))
        .expectUnavailable(WindowsVssFacts.SQL_WRITER_LOG, UnavailableReason.NOT_PERMITTED);
  }
}
