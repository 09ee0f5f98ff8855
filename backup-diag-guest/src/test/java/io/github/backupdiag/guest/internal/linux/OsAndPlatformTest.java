package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.request.DiagnosisRequest;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which system it is, and whether it is the VM itself. */
class OsAndPlatformTest {

  private static final String TAG = "/sys/class/dmi/id/chassis_asset_tag";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ID=azurelinux;VERSION_ID=\"3.0\" | azurelinux | waagent",
        "ID=mariner;VERSION_ID=\"2.0\" | mariner | waagent",
        "ID=flatcar;ID_LIKE=coreos;VERSION_ID=3815.2.0 | flatcar | waagent",
        "ID=\"ol\";VERSION_ID=\"8.9\";ID_LIKE=\"fedora\" | ol | waagent",
        "ID='sles_sap';VERSION_ID='15.5';ID_LIKE='suse' | sles_sap | waagent",
        "ID=\"opensuse-leap\";VERSION_ID=\"15.6\";ID_LIKE=\"suse opensuse\" | opensuse-leap | waagent",
        "ID=linuxmint;ID_LIKE=\"ubuntu debian\";VERSION_ID=\"21\" | linuxmint | walinuxagent",
        "ID=freebsd;VERSION_ID=\"13.2\" | freebsd | waagent",
        "ID=alpine;VERSION_ID=3.19.1 | alpine | waagent",
      })
  void readsOsRelease(String lines, String id, String unit) {
    GuestOs os = os(FakeGuest.live().file("/etc/os-release", lines.replace(';', '\n')));
    assertThat(os.id()).isEqualTo(id);
    assertThat(os.agentUnit()).isEqualTo(unit);
  }

  @Test
  void prefersTheMoreExactOfTwoOldFiles() {
    assertThat(
            os(FakeGuest.copy()
                    .file("/etc/redhat-release", "Red Hat Enterprise Linux Server release 6.9\n")
                    .file("/etc/oracle-release", "Oracle Linux Server release 6.9\n"))
                .id())
        .isEqualTo("ol");
    assertThat(
            os(FakeGuest.copy()
                    .file("/etc/debian_version", "wheezy/sid\n")
                    .file("/etc/lsb-release", "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=12.04\n"))
                .id())
        .isEqualTo("ubuntu");
  }

  @Test
  void keepsANameWithoutIdForLast() {
    FakeGuest guest = FakeGuest.live().file("/etc/os-release", "PRETTY_NAME=\"An Appliance\"\n");
    assertThat(os(guest).name()).isEqualTo("An Appliance");
    assertThat(os(guest).id()).isEmpty();
    guest.file("/etc/redhat-release", "CentOS release 6.10 (Final)\n");
    assertThat(os(guest).id()).isEqualTo("centos");
  }

  @Test
  void saysThatNothingMayBeSeen() {
    look(new OsProbe(), FakeGuest.live().denied("/"))
        .expectUnavailable(GuestFacts.OS, UnavailableReason.NOT_PERMITTED);
  }

  @ParameterizedTest
  @CsvSource({
    "/.dockerenv,''",
    "/run/.containerenv,''",
    "/run/systemd/container,lxc",
    "/proc/1/cgroup,12:pids:/docker/0123456789abcdef",
    "/proc/1/cgroup,1:name=systemd:/kubepods/burstable/pod1/2",
    "/proc/1/cgroup,0::/machine.slice/libpod-0123.scope",
  })
  void doesNotTakeAContainerForTheMachine(String path, String text) {
    FakeGuest guest =
        FakeGuest.live().file(TAG, Platform.AZURE_CHASSIS_TAG + "\n").file(path, text + "\n");
    Platform seen = platform(guest);
    assertThat(seen.kind()).isEqualTo(Platform.Kind.UNKNOWN);
    assertThat(seen.detail()).contains("container");
  }

  @Test
  void takesTheWordOfWhoVouchesForTheMachine() {
    FakeGuest guest = FakeGuest.live().file("/.dockerenv", "").assumedAzureVm(true);
    assertThat(platform(guest).kind()).isEqualTo(Platform.Kind.ASSUMED_AZURE);
  }

  @ParameterizedTest
  @CsvSource({"0::/init.scope", "11:cpu:/", "1:name=systemd:/init.scope", "0::/"})
  void doesNotTakeAMachineThatRunsContainersForOne(String groups) {
    FakeGuest guest =
        FakeGuest.live()
            .file(TAG, Platform.AZURE_CHASSIS_TAG + "\n")
            .file("/proc/1/cgroup", groups + "\n")
            .file("/proc/77/cgroup", "0::/system.slice/docker-0123.scope\n")
            .folder("/var/lib/docker");
    assertThat(platform(guest).kind()).isEqualTo(Platform.Kind.AZURE);
  }

  @Test
  void confirmsNothingFromInsideAContainer() {
    FakeGuest container =
        FakeGuest.live()
            .file(TAG, Platform.AZURE_CHASSIS_TAG + "\n")
            .file("/proc/1/cmdline", "sleep\0infinity\0")
            .file("/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n")
            .folder("/usr/sbin");
    assertThat(confirmed(container)).contains("guest-agent-missing");
    assertThat(confirmed(container.file("/.dockerenv", ""))).isEmpty();
  }

  private static List<String> confirmed(FakeGuest guest) {
    return BackupDiagnosis.builder()
        .connect(GuestConnection.class, guest)
        .build()
        .diagnose(DiagnosisRequest.healthCheck())
        .causes()
        .stream()
        .filter(cause -> cause.state() == CauseState.CONFIRMED)
        .map(RankedCause::id)
        .toList();
  }

  private static GuestOs os(FakeGuest guest) {
    return value(GuestFacts.OS, look(new OsProbe(), guest));
  }

  private static Platform platform(FakeGuest guest) {
    return value(GuestFacts.PLATFORM, look(new PlatformProbe(), guest));
  }

  private static <T> T value(FactKey<T> key, CheckedObservations seen) {
    return ((Observed<T>) seen.observations().get(key)).value();
  }

  private static CheckedObservations look(Probe probe, FakeGuest guest) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete();
  }
}
