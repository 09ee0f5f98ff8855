package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The Windows probes that this module offers, and how to let one look. */
final class WindowsProbes {

  static final GuestOs WINDOWS =
      new GuestOs(GuestOs.Family.WINDOWS, "windows", "10.0.20348", List.of(), "Windows Server");

  private static final GuestOs LINUX =
      new GuestOs(GuestOs.Family.LINUX, "ubuntu", "22.04", List.of(), "Ubuntu");

  private WindowsProbes() {}

  static List<Probe> all() throws Exception {
    List<Probe> probes = new ArrayList<>();
    String services = "/META-INF/services/" + Probe.class.getName();
    try (var in = WindowsProbe.class.getResourceAsStream(services)) {
      for (String name : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (name.startsWith(WindowsProbe.class.getPackageName() + ".")) {
          probes.add(Class.forName(name).asSubclass(Probe.class).getConstructor().newInstance());
        }
      }
    }
    return probes;
  }

  static CheckedObservations look(Probe probe, FakeGuest guest) {
    return tester(probe, guest, WINDOWS).observe();
  }

  static CheckedObservations lookOnLinux(Probe probe, FakeGuest guest) {
    return tester(probe, guest, LINUX).observe();
  }

  static ProbeTester tester(Probe probe, FakeGuest guest) {
    return tester(probe, guest, WINDOWS);
  }

  private static ProbeTester tester(Probe probe, FakeGuest guest, GuestOs os) {
    ProbeTester tester = ProbeTester.of(probe).connect(GuestConnection.class, guest);
    return probe instanceof WindowsProbe ? tester.given(GuestFacts.OS, os) : tester;
  }

  static <T> T value(FactKey<T> key, CheckedObservations seen) {
    Observation<T> observation = seen.observations().get(key);
    if (observation instanceof Observed<T> observed) {
      return observed.value();
    }
    throw new AssertionError(key + " was not seen: " + observation);
  }
}
