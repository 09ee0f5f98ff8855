package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import org.junit.jupiter.api.Test;

class AgentConfigProbeTest {

  private static final String USUAL = "/etc/waagent.conf";
  private static final String OF_COREOS = "/usr/share/oem/waagent.conf";

  @Test
  void readsTheUsualFileBeforeTheOther() {
    FakeGuest guest = FakeGuest.live().file(OF_COREOS, "Extensions.Enabled=n\n");
    look(guest).expectSource(GuestFacts.AGENT_CONFIG, OF_COREOS);
    look(guest.file(USUAL, "Extensions.Enabled=y\n")).expectSource(GuestFacts.AGENT_CONFIG, USUAL);
  }

  @Test
  void doesNotReadTheOtherWhereTheUsualOneIsHidden() {
    look(FakeGuest.live().file(OF_COREOS, "Extensions.Enabled=n\n").denied(USUAL))
        .expectUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void isAbsentWithoutBoth() {
    look(FakeGuest.live()).expectAbsent(GuestFacts.AGENT_CONFIG);
  }

  private static CheckedObservations look(FakeGuest guest) {
    return ProbeTester.of(new AgentConfigProbe())
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }
}
