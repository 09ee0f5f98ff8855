package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.AgentUnit;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.RoomLeft;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.SpaceLeft;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes of the agent's program, service, processes, settings and folder. */
class AgentProbesTest {

  private static final String INIT = "/usr/lib/systemd/systemd\0--system\0";
  private static final String DAEMON = "python3\0-u\0/usr/sbin/waagent\0-daemon\0";
  private static final String HANDLER =
      "python3\0-u\0bin/WALinuxAgent-2.9.1.1-py3.8.egg\0-run-exthandlers\0";

  @ParameterizedTest
  @ValueSource(strings = {"walinuxagent", "waagent"})
  void findTheServiceUnderEitherName(String name) {
    String file = "/usr/lib/systemd/system/" + name + ".service";
    String link = "/etc/systemd/system/multi-user.target.wants/" + name + ".service";
    FakeGuest guest = FakeGuest.live().file(file, "[Service]\n").link(link, file);

    assertThat(value(GuestFacts.AGENT_INSTALLATION, new AgentInstallationProbe(), guest))
        .isEqualTo(new AgentInstallation(List.of(file), List.of(), List.of(), null));
    assertThat(value(GuestFacts.AGENT_UNIT, new AgentUnitProbe(), guest))
        .isEqualTo(new AgentUnit(name, AgentUnit.State.ENABLED, link, null));
  }

  @Test
  void takeAUnitThatIsOnlyAnotherNameForNoSecondOne() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/lib/systemd/system/waagent.service", "[Service]\n")
            .link("/lib/systemd/system/walinuxagent.service", "waagent.service");

    assertThat(value(GuestFacts.AGENT_UNIT, new AgentUnitProbe(), guest).name())
        .isEqualTo("waagent");
  }

  @Test
  void tellAMaskedUnitFromADisabledOne() {
    FakeGuest disabled = FakeGuest.live().file("/lib/systemd/system/waagent.service", "x");
    assertThat(value(GuestFacts.AGENT_UNIT, new AgentUnitProbe(), disabled).state())
        .isEqualTo(AgentUnit.State.DISABLED);
    disabled.link("/etc/systemd/system/waagent.service", "/dev/null");
    assertThat(value(GuestFacts.AGENT_UNIT, new AgentUnitProbe(), disabled).state())
        .isEqualTo(AgentUnit.State.MASKED);
    look(new AgentUnitProbe(), FakeGuest.live()).expectAbsent(GuestFacts.AGENT_UNIT);
    look(new AgentUnitProbe(), FakeGuest.live().denied("/etc/systemd/system"))
        .expectUnavailable(GuestFacts.AGENT_UNIT, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void takeWhatCloudInitLeavesForNoAgent() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/var/lib/waagent/ovf-env.xml", "x")
            .file("/var/lib/waagent/Certificates.xml", "x")
            .file("/var/lib/waagent/AB12.prv", "x");
    AgentInstallation found =
        value(GuestFacts.AGENT_INSTALLATION, new AgentInstallationProbe(), guest);

    assertThat(found.isPresent()).isFalse();
    assertThat(found.isRemainsOnly()).isFalse();
  }

  @Test
  void keepWhatARemovedAgentLeftApart() {
    FakeGuest guest =
        FakeGuest.live()
            .folder("/var/lib/waagent/WALinuxAgent-2.9.1.1")
            .file("/etc/waagent.conf", "");
    AgentInstallation found =
        value(GuestFacts.AGENT_INSTALLATION, new AgentInstallationProbe(), guest);

    assertThat(found.isRemainsOnly()).isTrue();
    assertThat(found.remains()).containsExactly("/var/lib/waagent", "/etc/waagent.conf");
    look(new AgentInstallationProbe(), FakeGuest.live().denied("/usr/sbin"))
        .expectUnavailable(GuestFacts.AGENT_INSTALLATION, UnavailableReason.NOT_PERMITTED);
    look(new AgentInstallationProbe(), FakeGuest.copy().file("/var/log/syslog", "x"))
        .expectUnavailable(GuestFacts.AGENT_INSTALLATION, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void tellDaemonFromExtensionHandler() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/proc/1/cmdline", INIT)
            .file("/proc/812/cmdline", DAEMON)
            .file("/proc/90/cmdline", "vi\0/etc/waagent.conf\0");
    assertThat(value(GuestFacts.AGENT_PROCESSES, new AgentProcessesProbe(), guest))
        .isEqualTo(new AgentProcesses(List.of(812L), List.of()));
    guest.file("/proc/1044/cmdline", HANDLER);
    assertThat(value(GuestFacts.AGENT_PROCESSES, new AgentProcessesProbe(), guest))
        .isEqualTo(new AgentProcesses(List.of(812L), List.of(1044L)));
  }

  @Test
  void doNotTakeHiddenProcessesForNone() {
    look(new AgentProcessesProbe(), FakeGuest.live().file("/proc/90/cmdline", "bash\0"))
        .expectUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_PERMITTED);
    look(new AgentProcessesProbe(), FakeGuest.live())
        .expectUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.FAILED);
    look(new AgentProcessesProbe(), FakeGuest.copy())
        .expectUnavailable(GuestFacts.AGENT_PROCESSES, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheSettings() {
    FakeGuest guest = FakeGuest.live().file("/etc/waagent.conf", "Extensions.Enabled=n # off\n");
    assertThat(
            value(GuestFacts.AGENT_CONFIG, new AgentConfigProbe(), guest)
                .isOn("Extensions.Enabled", true))
        .isFalse();
    look(new AgentConfigProbe(), FakeGuest.live()).expectAbsent(GuestFacts.AGENT_CONFIG);
    look(new AgentConfigProbe(), FakeGuest.live().denied("/etc/waagent.conf"))
        .expectUnavailable(GuestFacts.AGENT_CONFIG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readTheLog() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/var/log/waagent.log",
                "2026-03-14T02:15:09.1Z ERROR ExtHandler x [Errno 28] No space left on device\n");
    assertThat(value(GuestFacts.AGENT_LOG, new AgentLogProbe(), guest).events())
        .extracting(LogEvent::signature)
        .containsExactly("wa-errno-28");
    look(new AgentLogProbe(), FakeGuest.live()).expectAbsent(GuestFacts.AGENT_LOG);
    look(new AgentLogProbe(), FakeGuest.live().denied("/var/log"))
        .expectUnavailable(GuestFacts.AGENT_LOG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readTheLastWordAboutTheService() {
    String stopped = "2026-03-14T02:15:09+00:00 vm systemd[1]: Stopped walinuxagent.service";
    String went = "2026-03-14T03:15:09+00:00 vm cron[7]: ran";
    FakeGuest guest =
        FakeGuest.copy().file("/var/log/syslog", stopped + " - Azure Linux Agent.\n" + went + "\n");
    assertThat(value(GuestFacts.AGENT_SERVICE_LOG, new AgentServiceLogProbe(), guest))
        .satisfies(
            last -> {
              assertThat(last.stopped()).isTrue();
              assertThat(last.at()).isEqualTo(Instant.parse("2026-03-14T02:15:09Z"));
            });
    look(new AgentServiceLogProbe(), FakeGuest.live()).expectAbsent(GuestFacts.AGENT_SERVICE_LOG);
    look(new AgentServiceLogProbe(), FakeGuest.live().denied("/var/log"))
        .expectUnavailable(GuestFacts.AGENT_SERVICE_LOG, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void followLibDirAndItsLinks() {
    assertThat(value(GuestFacts.AGENT_FOLDER, new AgentFolderProbe(), FakeGuest.live()))
        .isEqualTo("/var/lib/waagent");
    FakeGuest moved =
        FakeGuest.live()
            .file("/etc/waagent.conf", "Lib.Dir=/srv/agent\n")
            .link("/srv", "/mnt/srv")
            .folder("/mnt/srv/agent");
    assertThat(value(GuestFacts.AGENT_FOLDER, new AgentFolderProbe(), moved))
        .isEqualTo("/mnt/srv/agent");
    look(
            new AgentFolderProbe(),
            FakeGuest.live().link("/var/lib", "/var/more").link("/var/more", "/var/lib"))
        .expectUnavailable(GuestFacts.AGENT_FOLDER, UnavailableReason.FAILED);
  }

  @Test
  void measureTheRoomOfEachFileSystemOnce() {
    SpaceLeft root = new SpaceLeft(100_000, 10_000, null);
    SpaceLeft var = new SpaceLeft(5_000, 20, 0L);
    FakeGuest guest = FakeGuest.live().space("/", root).space("/var", var);
    assertThat(value(GuestFacts.ROOM, new RoomProbe(), guest))
        .contains(new RoomLeft("/", 100_000, 10_000, null))
        .hasSize(2);
    look(new RoomProbe(), FakeGuest.copy())
        .expectUnavailable(GuestFacts.ROOM, UnavailableReason.NOT_RECORDED);
  }

  private static <T> T value(FactKey<T> key, Probe probe, FakeGuest guest) {
    return ((Observed<T>) look(probe, guest).observations().get(key)).value();
  }

  private static CheckedObservations look(Probe probe, FakeGuest guest) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }
}
