package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** System and hardware of a Windows guest. */
class SystemProbesTest {

  private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
  private static final String FIRMWARE =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\mssmbios\\Data";
  private static final String BIOS = "HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS";

  @Test
  void tellTheVersionOfWindows() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(VERSION, "CurrentVersion", "REG_SZ", "6.3")
            .registry(VERSION, "CurrentMajorVersionNumber", "REG_DWORD", "10")
            .registry(VERSION, "CurrentMinorVersionNumber", "REG_DWORD", "0")
            .registry(VERSION, "CurrentBuildNumber", "REG_SZ", "20348")
            .registry(VERSION, "ProductName", "REG_SZ", "Windows Server 2022 Datacenter");

    assertThat(value(GuestFacts.OS, look(new OsProbe(), guest)))
        .isEqualTo(
            new GuestOs(
                GuestOs.Family.WINDOWS,
                "windows",
                "10.0.20348",
                List.of(),
                "Windows Server 2022 Datacenter"));
  }

  @Test
  void tellTheVersionOfAnOldWindows() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(VERSION, "CurrentVersion", "REG_SZ", "6.1")
            .registry(VERSION, "CurrentBuildNumber", "REG_SZ", "7601");

    assertThat(value(GuestFacts.OS, look(new OsProbe(), guest)).version()).isEqualTo("6.1.7601");
  }

  @Test
  void knowACopiedDiskByItsFolders() {
    assertThat(
            value(
                    GuestFacts.OS,
                    look(new OsProbe(), FakeGuest.copy().folder("C:/Windows/System32")))
                .family())
        .isEqualTo(GuestOs.Family.WINDOWS);
    look(new OsProbe(), FakeGuest.copy()).expectAbsent(GuestFacts.OS);
    look(new OsProbe(), FakeGuest.live().denied("C:/").denied("HKLM"))
        .expectUnavailable(GuestFacts.OS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void knowAzureByTheTagAlone() {
    FakeGuest guest = FakeGuest.live().registry(FIRMWARE, "SMBiosData", "REG_BINARY", azure());

    assertThat(platform(guest).kind()).isEqualTo(Platform.Kind.AZURE);
  }

  @Test
  void takeAnotherHyperVGuestForNoAzureVm() {
    FakeGuest guest =
        hyperV().registry(FIRMWARE, "SMBiosData", "REG_BINARY", table("0000-0001-7061-5413-8934"));

    assertThat(platform(guest))
        .isEqualTo(new Platform(Platform.Kind.OTHER, "0000-0001-7061-5413-8934"));
  }

  @Test
  void doNotGuessAzureByMakerAndProduct() {
    FakeGuest guest = hyperV().registry("HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest");

    assertThat(platform(guest).kind()).isEqualTo(Platform.Kind.UNKNOWN);
  }

  @Test
  void knowHardwareOfOthers() {
    FakeGuest guest =
        FakeGuest.live()
            .registry(BIOS, "SystemManufacturer", "REG_SZ", "VMware, Inc.")
            .registry(BIOS, "SystemProductName", "REG_SZ", "VMware7,1");

    assertThat(platform(guest)).isEqualTo(new Platform(Platform.Kind.OTHER, "VMware, Inc."));
  }

  @Test
  void trustWhoVouchesForTheGuest() {
    assertThat(platform(FakeGuest.copy()).kind()).isEqualTo(Platform.Kind.ASSUMED_AZURE);
    assertThat(platform(hyperV().assumedAzureVm(true)).kind())
        .isEqualTo(Platform.Kind.ASSUMED_AZURE);
    assertThat(platform(FakeGuest.live().denied("HKLM")).kind()).isEqualTo(Platform.Kind.UNKNOWN);
  }

  @Test
  void areTriedSinceTheProbesForLinuxLeaveWindowsToThem() {
    FakeGuest guest =
        FakeGuest.live()
            .folder("C:/Windows/System32")
            .registry(VERSION, "CurrentBuildNumber", "REG_SZ", "20348")
            .registry(FIRMWARE, "SMBiosData", "REG_BINARY", azure());

    FactSet facts =
        BackupDiagnosis.builder()
            .connect(GuestConnection.class, guest)
            .build()
            .gather(DiagnosisRequest.healthCheck());

    assertThat(((Observed<GuestOs>) facts.get(GuestFacts.OS)).value().family())
        .isEqualTo(GuestOs.Family.WINDOWS);
    assertThat(((Observed<Platform>) facts.get(GuestFacts.PLATFORM)).value().kind())
        .isEqualTo(Platform.Kind.AZURE);
  }

  private static Platform platform(FakeGuest guest) {
    return value(GuestFacts.PLATFORM, look(new PlatformProbe(), guest));
  }

  private static FakeGuest hyperV() {
    return FakeGuest.live()
        .registry(BIOS, "SystemManufacturer", "REG_SZ", "Microsoft Corporation")
        .registry(BIOS, "SystemProductName", "REG_SZ", "Virtual Machine");
  }

  private static String azure() {
    return table(Platform.AZURE_CHASSIS_TAG);
  }

  /** A BIOS structure without texts, one with, and a chassis whose third text is the tag. */
  private static String table(String tag) {
    byte[] texts = ("Maker\0" + "1.0\0" + tag + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
    return "0002080000000000"
        + "0004010000"
        + "00"
        + "01050200FF410000"
        + "030900000103020003"
        + HexFormat.of().withUpperCase().formatHex(texts);
  }
}
