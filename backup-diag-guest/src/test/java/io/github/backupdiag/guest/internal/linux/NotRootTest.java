package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not look sees nothing: that is neither a healthy guest nor one where things lack. */
class NotRootTest {

  /** Nothing tells the platform then, and says so; the metadata address answers every user. */
  private static final Set<FactKey<?>> OF_ANY_USER =
      Set.of(GuestFacts.PLATFORM, NetworkFacts.METADATA_ENDPOINT, GuestFacts.NEWEST_TIME);

  @ParameterizedTest
  @MethodSource("io.github.backupdiag.guest.internal.linux.LinuxProbes#all")
  void nothingIsSeenOrCalledAbsentWhereEverythingIsRefused(Probe probe) {
    Observations seen = look(probe, FakeGuest.live().denied("/"));
    for (FactKey<?> key : probe.descriptor().provides()) {
      if (!OF_ANY_USER.contains(key)) {
        assertThat(seen.get(key)).as(key.id()).isInstanceOf(Unavailable.class);
        assertThat(((Unavailable<?>) seen.get(key)).reason())
            .as(key.id())
            .isEqualTo(UnavailableReason.NOT_PERMITTED);
      }
    }
  }

  @Test
  void nothingIsConfirmedWhereEverythingIsRefused() {
    assertThat(confirmed(FakeGuest.live().denied("/"))).isEmpty();
  }

  /** The agent's folder is 0700, its logs belong to root, and other users' processes are hidden. */
  @Test
  void nothingIsConfirmedForAnOrdinaryUserOfAHealthyMachine() {
    assertThat(
            confirmed(
                FakeGuest.live()
                    .file("/etc/os-release", "ID=ubuntu\nVERSION_ID=\"22.04\"\nID_LIKE=debian\n")
                    .file("/etc/waagent.conf", "Extensions.Enabled=y\n")
                    .file("/lib/systemd/system/walinuxagent.service", "[Unit]\n")
                    .file("/usr/sbin/waagent", "#!/usr/bin/python3\n")
                    .file("/proc/812/cmdline", "bash\0")
                    .file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\n")
                    .denied("/var/lib/waagent")
                    .denied("/var/log/waagent.log")
                    .denied("/var/log/azure")
                    .denied("/var/log/syslog")
                    .denied("/etc/azure")))
        .isEmpty();
  }

  private static List<String> confirmed(FakeGuest guest) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest.assumedAzureVm(true))
        .build()
        .diagnose(DiagnosisRequest.healthCheck())
        .causes()
        .stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/os-release,guest.os",
    "/etc/redhat-release,guest.os",
    "/etc/waagent.conf,guest.agent-folder",
    "/etc/waagent.conf,guest.agent-config",
    "/sys/fs/selinux/enforce,guest.selinux",
    "/etc/systemd/system/waagent.service,guest.agent-unit",
    "/var/log/waagent.log,guest.log.waagent",
    "/proc/net/route,guest.routes",
    "/proc/loadavg,guest.load",
    "/etc/iptables/rules.v4,guest.firewall-gates",
  })
  void oneRefusedPathIsNotAbsence(String path, String fact) throws Exception {
    for (Probe probe : LinuxProbes.all()) {
      for (FactKey<?> key : probe.descriptor().provides()) {
        if (key.id().equals(fact)) {
          assertThat(look(probe, FakeGuest.live().denied(path)).get(key))
              .isInstanceOf(Unavailable.class);
        }
      }
    }
  }

  private static Observations look(Probe probe, FakeGuest guest) {
    ProbeTester tester = ProbeTester.of(probe).connect(GuestConnection.class, guest);
    return (probe.descriptor().needs().contains(GuestFacts.PLATFORM)
            ? tester.given(GuestFacts.PLATFORM, new Platform(Platform.Kind.AZURE, ""))
            : tester)
        .observe()
        .observations();
  }
}
