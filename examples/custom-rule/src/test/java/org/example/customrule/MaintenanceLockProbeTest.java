package org.example.customrule;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.testkit.DiagnosticTester;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MaintenanceLockProbeTest {

  private static final String PATH = "/etc/corp-hardening/maintenance.lock";

  private final FakeGuest locked =
      FakeGuest.copy().file(PATH, "owner=patch-4711\nsince=2026-11-19T20:00:00Z\n");

  @Test
  void readsTheLock() {
    looking(locked)
        .observe()
        .expectObserved(
            MaintenanceLock.KEY,
            new MaintenanceLock("patch-4711", Instant.parse("2026-11-19T20:00:00Z")))
        .expectSource(MaintenanceLock.KEY, PATH)
        .expectAccessNeedsComplete();
    locked.expectAskedOnly(PATH);
  }

  @Test
  void takesAnEmptyLockForALock() {
    looking(FakeGuest.live().file(PATH, ""))
        .observe()
        .expectObserved(MaintenanceLock.KEY, new MaintenanceLock("", null));
  }

  @Test
  void tellsAMissingLockFromOneThatItMayNotSee() {
    looking(FakeGuest.live()).observe().expectAbsent(MaintenanceLock.KEY);
    looking(FakeGuest.live().denied("/etc/corp-hardening"))
        .observe()
        .expectUnavailable(MaintenanceLock.KEY, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void survivesGarbageAndSoDoesTheRule() {
    for (Observations seen : looking(locked).survivesGarbage(200)) {
      DiagnosticTester.of(new MaintenanceLockHeld()).given(seen).diagnose();
    }
  }

  private static ProbeTester looking(FakeGuest guest) {
    return ProbeTester.of(new MaintenanceLockProbe()).connect(GuestConnection.class, guest);
  }
}
