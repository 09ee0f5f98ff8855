package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.AgentUnit.State;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentUnitProbeTest {

  private static final String UNIT = "/usr/lib/systemd/system/waagent.service";
  private static final String TEXT =
      """
      [Unit]
      ConditionPathExists=/etc/waagent.conf
      ConditionVirtualization=microsoft
      [Service]
      ExecStart=/usr/sbin/waagent -daemon
      """;
  private static final String JOB = "start on runlevel [2345]\nexec /usr/sbin/waagent -daemon\n";

  private final FakeGuest guest =
      FakeGuest.live().file("/etc/waagent.conf", "").file("/usr/sbin/waagent", "#!x");

  @Test
  void knowsAUnitThatStartsAtBoot() {
    assertThat(enabled().state()).isEqualTo(State.ENABLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc", "/run", "/usr/local/lib"})
  void knowsAMaskInAnyFolderThatComesBefore(String folder) {
    enabled();
    guest.link(folder + "/systemd/system/waagent.service", "/dev/null");
    assertThat(unit().state()).isEqualTo(State.MASKED);
    guest.file(folder + "/systemd/system/waagent.service", "");
    assertThat(unit().state()).isEqualTo(State.MASKED);
  }

  @Test
  void doesNotTakeAMaskForOneThatARealFileHides() {
    enabled();
    guest
        .file("/etc/systemd/system/waagent.service", TEXT)
        .link("/run/systemd/system/waagent.service", "/dev/null");
    assertThat(unit().state()).isEqualTo(State.ENABLED);
  }

  @Test
  void knowsAConditionThatADropInAdds() {
    enabled();
    String dropIn = "/etc/systemd/system/waagent.service.d/50-site.conf";
    guest.file(dropIn, "[Unit]\nConditionVirtualization=vmware\n");
    assertThat(unit()).isEqualTo(new AgentUnit("waagent", State.HELD_BACK, dropIn, null));
    guest.file(dropIn, "[Unit]\nConditionVirtualization=vmware\nConditionVirtualization=\n");
    assertThat(unit().state()).isEqualTo(State.ENABLED);
  }

  @Test
  void takesOfTwoDropInsWithOneNameTheOneThatCounts() {
    enabled();
    guest
        .file(
            "/usr/lib/systemd/system/waagent.service.d/10-a.conf",
            "[Unit]\nConditionVirtualization=kvm\n")
        .file("/etc/systemd/system/waagent.service.d/10-a.conf", "[Unit]\n");
    assertThat(unit().state()).isEqualTo(State.ENABLED);
  }

  @Test
  void knowsThatTheConfigurationIsMissingOnARunningMachineOnly() {
    FakeGuest running = FakeGuest.live().file("/usr/sbin/waagent", "x");
    FakeGuest copy = FakeGuest.copy();
    for (FakeGuest each : new FakeGuest[] {running, copy}) {
      each.file(UNIT, TEXT)
          .link("/etc/systemd/system/multi-user.target.wants/waagent.service", UNIT);
    }
    assertThat(unit(running).state()).isEqualTo(State.HELD_BACK);
    assertThat(unit(copy).state()).isEqualTo(State.ENABLED);
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/init.d/walinuxagent,/etc/rc3.d/S20walinuxagent,walinuxagent",
    "/etc/init.d/waagent,/etc/rc.d/rc5.d/S99waagent,waagent",
    "/etc/init.d/waagent,/etc/init.d/rc3.d/S10waagent,waagent",
    "/etc/init.d/waagent,/etc/runlevels/default/waagent,waagent",
    "/etc/init.d/waagent,/etc/runlevels/boot/waagent,waagent",
  })
  void knowsScriptsOfSystemVAndOpenRc(String script, String link, String name) {
    guest.file(script, "#!/bin/sh\n");
    assertThat(unit()).isEqualTo(new AgentUnit(name, State.DISABLED, script, null));
    guest.link(link, script);
    assertThat(unit().state()).isEqualTo(State.ENABLED);
    assertThat(unit().path()).isEqualTo(link);
  }

  @Test
  void knowsJobsOfUpstart() {
    guest.file("/etc/init/walinuxagent.conf", JOB);
    assertThat(unit().state()).isEqualTo(State.ENABLED);
    guest.file("/etc/init/walinuxagent.override", "manual\n");
    assertThat(unit().state()).isEqualTo(State.DISABLED);
  }

  @Test
  void knowsTheSwitchOfTheScriptsOfUbuntu() {
    guest
        .file("/etc/init/walinuxagent.conf", JOB)
        .file("/etc/default/walinuxagent", "WALINUXAGENT_ENABLED=0\n");
    assertThat(unit())
        .isEqualTo(
            new AgentUnit("walinuxagent", State.DISABLED, "/etc/default/walinuxagent", null));
  }

  @Test
  void doesNotAskASwitchThatSystemdDoesNotAsk() {
    enabled();
    guest.file("/etc/default/walinuxagent", "WALINUXAGENT_ENABLED=0\n");
    assertThat(unit().state()).isEqualTo(State.ENABLED);
  }

  @Test
  void knowsServicesOfFreeBsd() {
    guest.file("/usr/local/etc/rc.d/waagent", "#!/bin/sh\n");
    assertThat(unit().state()).isEqualTo(State.DISABLED);
    guest.file("/etc/rc.conf", "waagent_enable=\"YES\"\n");
    assertThat(unit()).isEqualTo(new AgentUnit("waagent", State.ENABLED, "/etc/rc.conf", null));
  }

  @Test
  void isAbsentWithoutAnyAndUnavailableWhereNothingMayBeSeen() {
    look(guest).expectAbsent(GuestFacts.AGENT_UNIT);
    look(FakeGuest.live().denied("/etc").denied("/usr"))
        .expectUnavailable(GuestFacts.AGENT_UNIT, UnavailableReason.NOT_PERMITTED);
  }

  private AgentUnit enabled() {
    guest
        .file(UNIT, TEXT)
        .link("/etc/systemd/system/multi-user.target.wants/waagent.service", UNIT);
    return unit();
  }

  private AgentUnit unit() {
    return unit(guest);
  }

  private static AgentUnit unit(FakeGuest guest) {
    return ((Observed<AgentUnit>) look(guest).observations().get(GuestFacts.AGENT_UNIT)).value();
  }

  private static CheckedObservations look(FakeGuest guest) {
    return ProbeTester.of(new AgentUnitProbe())
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }
}
