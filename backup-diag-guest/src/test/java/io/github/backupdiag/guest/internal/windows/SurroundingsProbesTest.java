package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.BitLockerVolume;
import io.github.backupdiag.fact.guest.FilterDriver;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agent and backup extension find around them on a Windows guest. */
class SurroundingsProbesTest {

  private static final List<String> BITLOCKER = List.of("manage-bde.exe", "-status");
  private static final List<String> FILTERS = List.of("fltmc.exe", "filters");
  private static final List<String> VERIFICATION = List.of("winmgmt.exe", "/verifyrepository");
  private static final String LOCKED =
      """
      Volume F: [Label Unknown]
          BitLocker Version:    2.0
          Percentage Encrypted: Unknown%
      """;

  @Test
  void leaveOutACaptureAdapterThatIsDisabled() {
    String classes =
        "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class"
            + "\\{4d36e972-e325-11ce-bfc1-08002be10318}\\0007";
    String device = "HKLM\\SYSTEM\\CurrentControlSet\\Enum\\ROOT\\NET\\0000";
    FakeGuest guest =
        FakeGuest.live()
            .registry(classes, "DriverDesc", "REG_SZ", "Npcap Loopback Adapter")
            .registry(device, "Driver", "REG_SZ", "{4d36e972-e325-11ce-bfc1-08002be10318}\\0007")
            .registry(device, "ConfigFlags", "REG_DWORD", "1");
    assertThat(value(WindowsNetworkFacts.CAPTURE_ADAPTERS, look(new InterfacesProbe(), guest)))
        .isEmpty();
    guest.registry(device, "ConfigFlags", "REG_DWORD", "0");
    assertThat(
            value(
                WindowsNetworkFacts.CAPTURE_ADAPTERS,
                look(new InterfacesProbe(), guest).expectAccessNeedsComplete()))
        .containsExactly(classes);
  }

  @Test
  void measureTheRoomOnFixedDrives() {
    String mounted = "HKLM\\SYSTEM\\MountedDevices";
    FakeGuest guest =
        FakeGuest.live()
            .registry(
                "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
                "SystemRoot",
                "REG_SZ",
                "D:\\Windows")
            .registry(mounted, "\\DosDevices\\C:", "REG_BINARY", "010203040000100000000000")
            .registry(mounted, "\\DosDevices\\D:", "REG_BINARY", "444D494F3A49443A00112233")
            .registry(mounted, "\\DosDevices\\Z:", "REG_BINARY", "5C003F003F005C00")
            .space("C:/", 200, 100)
            .space("D:/", 400, 50);

    CheckedObservations seen = look(new RoomProbe(), guest);

    assertThat(value(GuestFacts.ROOM, seen))
        .containsExactly(new RoomLeft("D:/", 400, 50, null), new RoomLeft("C:/", 200, 100, null));
    seen.expectAccessNeedsComplete();
    assertThat(guest.asked()).doesNotContain(new Question.Space("Z:/"));
  }

  @Test
  void sayNothingOfRoomWhereTheSystemDriveWasNotMeasured() {
    look(new RoomProbe(), FakeGuest.copy())
        .expectUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_RECORDED);
    look(new RoomProbe(), FakeGuest.live().denied("C:/"))
        .expectUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void tellALockedVolume() {
    FakeGuest guest = FakeGuest.live().command(BITLOCKER, 0, LOCKED);

    CheckedObservations seen = look(new BitLockerProbe(), guest);

    assertThat(value(WindowsSetupFacts.BITLOCKER_VOLUMES, seen))
        .containsExactly(new BitLockerVolume("F:", BitLockerVolume.State.LOCKED, 1));
    seen.expectAccessNeedsComplete();
  }

  @Test
  void knowNothingOfVolumesThatWereNotListed() {
    look(new BitLockerProbe(), FakeGuest.live()).expectAbsent(WindowsSetupFacts.BITLOCKER_VOLUMES);
    look(new BitLockerProbe(), FakeGuest.live().command(BITLOCKER, 0, ""))
        .expectUnavailable(WindowsSetupFacts.BITLOCKER_VOLUMES, UnavailableReason.FAILED);
    look(new BitLockerProbe(), FakeGuest.live().command(BITLOCKER, -1, LOCKED))
        .expectUnavailable(WindowsSetupFacts.BITLOCKER_VOLUMES, UnavailableReason.FAILED);
    look(new BitLockerProbe(), FakeGuest.copy())
        .expectUnavailable(WindowsSetupFacts.BITLOCKER_VOLUMES, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheSizeOfTheDesktopHeap() {
    String key = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\SubSystems";
    FakeGuest guest =
        FakeGuest.live()
            .registry(key, "Windows", "REG_EXPAND_SZ", "csrss.exe SharedSection=1024,20480,768");
    assertThat(
            value(WindowsSetupFacts.DESKTOP_HEAP, look(new DesktopHeapProbe(), guest))
                .serviceKilobytes())
        .isEqualTo(768);
    guest.registry(key, "Windows", "REG_EXPAND_SZ", "");
    look(new DesktopHeapProbe(), guest).expectAbsent(WindowsSetupFacts.DESKTOP_HEAP);
    look(new DesktopHeapProbe(), FakeGuest.live().denied("HKLM"))
        .expectUnavailable(WindowsSetupFacts.DESKTOP_HEAP, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void letWmiVerifyItsRepository() {
    CheckedObservations seen =
        look(new WmiRepositoryProbe(), wmi(4).command(VERIFICATION, 1, "WMI-Repository"));
    assertThat(value(WindowsSetupFacts.WMI_VERIFICATION, seen)).isEqualTo(1);
    seen.expectAccessNeedsComplete();
    assertThat(
            value(
                WindowsSetupFacts.WMI_VERIFICATION,
                look(new WmiRepositoryProbe(), wmi(4).command(VERIFICATION, 0, ""))))
        .isEqualTo(0);
  }

  @Test
  void doNotStartWmiNorAskItAsAnotherUser() {
    FakeGuest stopped = wmi(1).command(VERIFICATION, 0, "");
    look(new WmiRepositoryProbe(), stopped)
        .expectUnavailable(WindowsSetupFacts.WMI_VERIFICATION, UnavailableReason.NOT_RECORDED);
    FakeGuest user = wmi(4).command(VERIFICATION, 5, "").denied("HKU");
    look(new WmiRepositoryProbe(), user)
        .expectUnavailable(WindowsSetupFacts.WMI_VERIFICATION, UnavailableReason.NOT_PERMITTED);
    for (FakeGuest guest : List.of(stopped, user)) {
      assertThat(guest.asked())
          .noneMatch(
              asked ->
                  asked instanceof Question.Command command && command.argv().equals(VERIFICATION));
    }
  }

  @Test
  void readWhatWatchesFiles() {
    String paths = "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Exclusions\\Paths";
    FakeGuest guest =
        FakeGuest.live()
            .registry(paths, "C:\\Packages", "REG_DWORD", "0")
            .command(
                List.of("fltmc.exe", "filters"),
                0,
                "WdFilter                  4       328010         0\n");

    CheckedObservations seen = look(new AntivirusProbe(), guest);

    assertThat(value(WindowsSetupFacts.FILTER_DRIVERS, seen))
        .containsExactly(new FilterDriver("WdFilter", 328010));
    assertThat(value(WindowsSetupFacts.DEFENDER_EXCLUSIONS, seen)).containsExactly("C:\\Packages");
    seen.expectAccessNeedsComplete();
    look(new AntivirusProbe(), FakeGuest.live().denied("HKLM").command(FILTERS, 5, ""))
        .expectUnavailable(WindowsSetupFacts.FILTER_DRIVERS, UnavailableReason.FAILED)
        .expectUnavailable(WindowsSetupFacts.DEFENDER_EXCLUSIONS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findPacketsOfTheAgentThatWereStopped() {
    FakeGuest guest =
        FakeGuest.live()
            .command(
                packets(),
                0,
                stopped("WaAppAgent.exe", "%%14593") + stopped("WaAppAgent.exe", "%%14592"));

    CheckedObservations seen = look(new BlockedPacketsProbe(), guest);

    assertThat(value(WindowsNetworkFacts.BLOCKED_PACKETS, seen))
        .singleElement()
        .satisfies(event -> assertThat(event.id()).isEqualTo(5157));
    seen.expectAccessNeedsComplete();
    assertThat(
            value(
                WindowsNetworkFacts.BLOCKED_PACKETS,
                look(new BlockedPacketsProbe(), FakeGuest.live().command(packets(), 0, ""))))
        .isEmpty();
    look(new BlockedPacketsProbe(), FakeGuest.live().command(packets(), 5, ""))
        .expectUnavailable(WindowsNetworkFacts.BLOCKED_PACKETS, UnavailableReason.NOT_PERMITTED);
    look(new BlockedPacketsProbe(), FakeGuest.live())
        .expectUnavailable(WindowsNetworkFacts.BLOCKED_PACKETS, UnavailableReason.FAILED);
  }

  private static FakeGuest wmi(int state) {
    return FakeGuest.live()
        .registry("HKU\\S-1-5-19")
        .command(
            List.of("sc.exe", "query", "Winmgmt"),
            0,
            "\r\nSERVICE_NAME: Winmgmt\r\n        TYPE   : 30  WIN32\r\n        STATE  : "
                + state
                + "  X\r\n");
  }

  private static List<String> packets() {
    return List.of(
        "wevtutil.exe",
        "qe",
        "Security",
        "/q:*[System[(EventID=5152 or EventID=5157) and TimeCreated[timediff(@SystemTime) <="
            + " 86400000]] and EventData[Data[@Name='DestAddress']='168.63.129.16']]",
        "/f:xml",
        "/rd:true",
        "/c:50",
        "/uni:true");
  }

  private static String stopped(String program, String direction) {
    return "<Event><System><Provider Name='Microsoft-Windows-Security-Auditing'/>"
        + "<EventID>5157</EventID><TimeCreated SystemTime='2026-03-14T02:15:41.2041180Z'/>"
        + "<Channel>Security</Channel></System><EventData><Data Name='ProcessID'>4</Data>"
        + "<Data Name='Application'>\\device\\harddiskvolume2\\windowsazure\\"
        + program
        + "</Data><Data Name='Direction'>"
        + direction
        + "</Data><Data Name='SourceAddress'>10.0.0.4</Data><Data Name='SourcePort'>5000</Data>"
        + "<Data Name='DestAddress'>168.63.129.16</Data><Data Name='DestPort'>80</Data>"
        + "<Data Name='Protocol'>6</Data></EventData></Event>";
  }
}
