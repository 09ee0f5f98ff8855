package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.ClockOffset;
import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.probe.Probe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The probes of what the agent lives in: machine, system, mounts, network and clock. */
class SurroundingsProbesTest {

  private static final String TAG = "/sys/class/dmi/id/chassis_asset_tag";
  private static final String EXTENSION_LOG =
      "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log";

  private static Platform platform(FakeGuest guest) {
    return value(GuestFacts.PLATFORM, new PlatformProbe(), guest);
  }

  @Test
  void knowAzureByTheTagAlone() {
    assertThat(platform(FakeGuest.live().file(TAG, Platform.AZURE_CHASSIS_TAG + "\n")).kind())
        .isEqualTo(Platform.Kind.AZURE);
  }

  @Test
  void takeAnotherHyperVGuestForNoAzureVm() {
    FakeGuest hyperV =
        FakeGuest.live()
            .file(TAG, "1234-5678-9012\n")
            .file("/sys/class/dmi/id/sys_vendor", "Microsoft Corporation\n")
            .file("/sys/class/dmi/id/product_name", "Virtual Machine\n")
            .folder("/sys/bus/vmbus");
    assertThat(platform(hyperV).kind()).isEqualTo(Platform.Kind.OTHER);
    assertThat(platform(FakeGuest.live().folder("/sys/class/net")).kind())
        .isEqualTo(Platform.Kind.OTHER);
  }

  @Test
  void doNotTakeAHiddenTagForThatOfAnotherMachine() {
    assertThat(platform(FakeGuest.live()).kind()).isEqualTo(Platform.Kind.UNKNOWN);
    assertThat(platform(FakeGuest.live().denied("/sys")).kind()).isEqualTo(Platform.Kind.UNKNOWN);
    assertThat(platform(FakeGuest.live().folder("/sys/class/net").denied("/sys/class/dmi")).kind())
        .isEqualTo(Platform.Kind.UNKNOWN);
    assertThat(platform(FakeGuest.live().folder("/sys/class/net").folder("/sys/bus/vmbus")).kind())
        .isEqualTo(Platform.Kind.UNKNOWN);
  }

  @Test
  void leaveACopiedWindowsToOthers() {
    FakeGuest windows = FakeGuest.copy().folder("C:/Windows/System32");
    look(new PlatformProbe(), windows)
        .expectUnavailable(GuestFacts.PLATFORM, UnavailableReason.NOT_RECORDED);
    look(new OsProbe(), windows).expectUnavailable(GuestFacts.OS, UnavailableReason.NOT_RECORDED);
  }

  @Test
  void readTheSystemWithoutKinAndWithAnOddVersion() {
    FakeGuest guest = FakeGuest.live().file("/etc/os-release", "ID=debian\nVERSION_ID=13/sid\n");
    assertThat(value(GuestFacts.OS, new OsProbe(), guest))
        .isEqualTo(new GuestOs(GuestOs.Family.LINUX, "debian", "13/sid", List.of(), ""));
    FakeGuest nameless = FakeGuest.copy().file("/var/log/waagent.log", "x");
    assertThat(value(GuestFacts.OS, new OsProbe(), nameless).id()).isEmpty();
    look(new OsProbe(), FakeGuest.live()).expectAbsent(GuestFacts.OS);
    look(new OsProbe(), FakeGuest.live().denied("/etc/os-release"))
        .expectUnavailable(GuestFacts.OS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readTheKernelsTableOfMountsAndElseThatOfTheBoot() {
    String mountInfo = "22 1 8:1 / / rw,noexec - ext4 /dev/sda1 rw\n";
    String bootTable = "UUID=1 /srv xfs defaults 0 2\n";
    FakeGuest live =
        FakeGuest.live().file("/proc/self/mountinfo", mountInfo).file("/etc/fstab", bootTable);
    assertThat(value(GuestFacts.MOUNTS, new MountsProbe(), live).points())
        .extracting(MountPoint::path)
        .containsExactly("/");
    FakeGuest copy = FakeGuest.copy().file("/etc/fstab", bootTable);
    assertThat(value(GuestFacts.MOUNTS, new MountsProbe(), copy))
        .satisfies(mounts -> assertThat(mounts.live()).isFalse());
    look(new MountsProbe(), FakeGuest.live().file("/etc/fstab", bootTable))
        .expectAbsent(GuestFacts.MOUNTS);
    look(new MountsProbe(), FakeGuest.live().denied("/proc"))
        .expectUnavailable(GuestFacts.MOUNTS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readRoutesOfWhateverInterface() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/proc/net/route",
                """
                Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT
                enP1s1 00000000 0100000A 0003 0 0 100 00000000 0 0 0
                """);
    assertThat(value(NetworkFacts.ROUTES, new RoutesProbe(), guest).routes())
        .extracting(RoutingTable.Route::device)
        .containsExactly("enP1s1");
    look(new RoutesProbe(), FakeGuest.live().file("/proc/net/route", "nothing"))
        .expectUnavailable(NetworkFacts.ROUTES, UnavailableReason.NOT_RECORDED);
    look(new RoutesProbe(), FakeGuest.live().denied("/proc/net"))
        .expectUnavailable(NetworkFacts.ROUTES, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void doNotTakeHiddenRoutingRulesForNone() {
    assertThat(value(NetworkFacts.POLICY_RULES, new PolicyRulesProbe(), FakeGuest.live()))
        .isEmpty();
    look(new PolicyRulesProbe(), FakeGuest.live().denied("/etc/netplan"))
        .expectUnavailable(NetworkFacts.POLICY_RULES, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void readLeasesWithAndWithoutTheOption() {
    FakeGuest guest =
        FakeGuest.live()
            .file("/var/lib/dhcp/dhclient.eth0.leases", "lease {\n interface \"eth0\";\n}\n")
            .file("/run/systemd/netif/leases/2", "ADDRESS=10.0.0.4\nOPTION_245=a83f8110\n");
    assertThat(value(NetworkFacts.DHCP_LEASES, new DhcpLeasesProbe(), guest))
        .extracting(DhcpLease::hostEndpoint)
        .containsExactly(null, "168.63.129.16");
    assertThat(value(NetworkFacts.DHCP_LEASES, new DhcpLeasesProbe(), FakeGuest.live())).isEmpty();
    look(new DhcpLeasesProbe(), FakeGuest.live().denied("/var/lib/dhcp"))
        .expectUnavailable(NetworkFacts.DHCP_LEASES, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void askForNoSuperblock() throws Exception {
    assertThat(LinuxProbes.all())
        .isNotEmpty()
        .allSatisfy(
            probe ->
                assertThat(probe.descriptor().accessNeeds().toString())
                    .doesNotContain("tune2fs", "dumpe2fs", "xfs_"));
  }

  @Test
  void followSavedFirewallRules() {
    FakeGuest guest =
        FakeGuest.live()
            .file(
                "/etc/iptables/rules.v4",
                "*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -d 168.63.129.16 -j DROP\nCOMMIT\n");
    assertThat(value(NetworkFacts.FIREWALL_GATES, new FirewallGatesProbe(), guest))
        .extracting(FirewallGate::fate)
        .containsOnly(FirewallGate.Fate.BLOCKED);
    assertThat(value(NetworkFacts.FIREWALL_GATES, new FirewallGatesProbe(), FakeGuest.live()))
        .isEmpty();
    look(new FirewallGatesProbe(), FakeGuest.live().denied("/etc/iptables"))
        .expectUnavailable(NetworkFacts.FIREWALL_GATES, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findLinesThatTellOfAClockThatWasOff() {
    String host = "Date and time extracted from pre-snapshot request: 2026-03-14 02:00:00";
    FakeGuest guest =
        FakeGuest.copy().file(EXTENSION_LOG, "2026-03-14 02:15:00.000001 [x-1.0]" + host + "\n");
    assertThat(value(NetworkFacts.CLOCK_TRACES, new ClockTracesProbe(), guest))
        .extracting(ClockOffset::ahead)
        .containsExactly(Duration.ofMinutes(15));
    assertThat(value(NetworkFacts.CLOCK_TRACES, new ClockTracesProbe(), FakeGuest.live()))
        .isEmpty();
    look(new ClockTracesProbe(), FakeGuest.live().denied("/var/log"))
        .expectUnavailable(NetworkFacts.CLOCK_TRACES, UnavailableReason.NOT_PERMITTED);
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
