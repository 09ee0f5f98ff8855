package io.github.backupdiag.guest.internal.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each probe of a Windows guest. */
class WindowsProbesTest {

  private static final String PROBES =
      "io.github.backupdiag.guest.internal.windows.WindowsProbes#all";

  @Test
  void provideEachFactOnce() throws Exception {
    List<Object> facts = new ArrayList<>();
    for (Probe probe : WindowsProbes.all()) {
      facts.addAll(probe.descriptor().provides());
      assertThat(probe.descriptor()).isSameAs(probe.descriptor());
    }
    assertThat(facts).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void declareAllThatTheyAskFor(Probe probe) {
    assertThat(probe.descriptor().accessNeeds()).isNotEmpty().doesNotHaveDuplicates();
    for (FakeGuest guest : List.of(FakeGuest.live(), FakeGuest.copy(), sample(FakeGuest.live()))) {
      WindowsProbes.look(probe, guest).expectAccessNeedsComplete();
    }
    FakeGuest refusing = FakeGuest.live().denied("C:/").denied("HKLM");
    WindowsProbes.look(probe, refusing).expectAccessNeedsComplete();
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void surviveGarbage(Probe probe) {
    for (FakeGuest guest : List.of(sample(FakeGuest.live()), sample(FakeGuest.copy()))) {
      List<Observations> seen = WindowsProbes.tester(probe, guest).survivesGarbage(150);

      assertThat(seen).hasSize(150);
    }
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void askALinuxGuestNothing(Probe probe) {
    FakeGuest guest = FakeGuest.live();

    Observations seen = WindowsProbes.lookOnLinux(probe, guest).observations();

    if (probe instanceof WindowsProbe) {
      assertThat(guest.asked()).isEmpty();
      assertThat(seen.byKey().values())
          .isNotEmpty()
          .allMatch(observation -> observation instanceof Absent<?>);
    }
  }

  @ParameterizedTest
  @MethodSource(PROBES)
  void saySoWhenTheSystemIsNotKnown(Probe probe) {
    if (probe instanceof WindowsProbe) {
      ProbeTester tester = ProbeTester.of(probe).connect(GuestConnection.class, FakeGuest.copy());
      Observations seen = tester.givenAbsent(GuestFacts.OS).observe().observations();

      assertThat(seen.byKey().values())
          .isNotEmpty()
          .allMatch(observation -> observation instanceof Unavailable<?>);
    }
  }

  private static FakeGuest sample(FakeGuest guest) {
    return guest
        .folder("C:/Windows/System32")
        .registry(
            "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
            "CurrentBuildNumber",
            "REG_SZ",
            "20348")
        .registry(
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\mssmbios\\Data",
            "SMBiosData",
            "REG_BINARY",
            "0000000000000000030A0000010203000001000058003100")
        .registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\VSS", "Start", "REG_DWORD", "3");
  }
}
