package io.github.backupdiag.guest.internal.windows;

import static io.github.backupdiag.guest.internal.windows.WindowsProbes.look;
import static io.github.backupdiag.guest.internal.windows.WindowsProbes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import org.junit.jupiter.api.Test;

/** What agent and backup extension find around them on a Windows guest. */
class SurroundingsProbesTest {

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
}
