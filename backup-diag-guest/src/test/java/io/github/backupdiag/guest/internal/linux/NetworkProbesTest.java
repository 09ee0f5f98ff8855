package io.github.backupdiag.guest.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.Platform;
import io.github.backupdiag.fact.guest.PolicyRule;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.NetworkOutcome;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.testkit.CheckedObservations;
import io.github.backupdiag.testkit.FakeGuest;
import io.github.backupdiag.testkit.ProbeTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes that contact addresses, or read what the agent is told about the network. */
class NetworkProbesTest {

  private static final String SETTINGS =
      "/var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0.1/config/7.settings";

  private final FakeGuest guest = FakeGuest.live().file("/proc/self/status", "Uid:\t0\t0\t0\t0\n");

  @ParameterizedTest
  @EnumSource(
      value = Platform.Kind.class,
      names = {"OTHER", "UNKNOWN"})
  void contactNobodyUnlessThisIsAnAzureVm(Platform.Kind kind) {
    guest.file(SETTINGS, "https://a.blob.core.windows.net/c");
    look(new StorageEndpointProbe(), kind)
        .expectUnavailable(NetworkFacts.STORAGE_ENDPOINT, UnavailableReason.NOT_CONNECTED);
    assertThat(guest.asked()).isEmpty();
  }

  @Test
  void asksTheStorageThatTheNewestSettingsName() {
    guest
        .file(SETTINGS, "https://a.blob.core.windows.net/c?sig=abc")
        .file(SETTINGS.replace("/7.", "/6."), "https://old.blob.core.windows.net/c")
        .tcp("a.blob.core.windows.net", 443, NetworkOutcome.ANSWERED);
    CheckedObservations seen = look(new StorageEndpointProbe(), Platform.Kind.AZURE);

    assertThat(seen.observations().get(NetworkFacts.STORAGE_ENDPOINT).toString())
        .contains("tcp://a.blob.core.windows.net:443", "ANSWERED")
        .doesNotContain("sig");
    seen.expectAccessNeedsComplete();
  }

  @Test
  void asksNoStorageWhereNoneIsNamed() {
    look(new StorageEndpointProbe(), Platform.Kind.AZURE)
        .expectAbsent(NetworkFacts.STORAGE_ENDPOINT);
    assertThat(networkQuestions()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Platform.Kind.class,
      names = {"AZURE", "ASSUMED_AZURE"})
  void surviveGarbageOnAnAzureVm(Platform.Kind kind) {
    guest.file(SETTINGS, "https://a.blob.core.windows.net/c");
    assertThat(tester(new StorageEndpointProbe(), kind).survivesGarbage(100)).hasSize(100);
  }

  @Test
  void believesTheEnvironmentOfTheRunningAgent() {
    guest
        .file("/etc/waagent.conf", "HttpProxy.Host=None\n")
        .file("/etc/systemd/system/waagent.service", "[Service]\nEnvironment=http_proxy=http://u\n")
        .file("/proc/12/environ", "PATH=/bin\0https_proxy=http://bob:pw@r:1\0");
    String seen = proxies(new AgentProcesses(List.of(12L), List.of()));
    assertThat(seen).contains("http://r:1", "running=true").doesNotContain("http://u", "pw");
    assertThat(proxies(new AgentProcesses(List.of(), List.of()))).contains("http://u");
  }

  @Test
  void doesNotTakeItsOwnEnvironmentForThatOfTheAgent() {
    guest
        .file("/etc/waagent.conf", "")
        .file("/proc/self/environ", "http_proxy=http://mine:1\0")
        .file("/proc/40/environ", "http_proxy=http://shell:1\0")
        .file("/proc/12/environ", "PATH=/bin\0");
    assertThat(proxies(new AgentProcesses(List.of(12L), List.of())))
        .doesNotContain("mine:1", "shell:1");
  }

  @Test
  void followsTheFilesOfVariablesThatAUnitNames() {
    guest
        .file("/etc/waagent.conf", "")
        .file(
            "/lib/systemd/system/walinuxagent.service",
            "EnvironmentFile=/etc/default/agent\nEnvironmentFile=/root/secret\n")
        .file("/etc/default/agent", "http_proxy=proxy:1\n")
        .file("/root/secret", "http_proxy=secret:1\n");
    assertThat(proxies(new AgentProcesses(List.of(), List.of())))
        .contains("proxy:1")
        .doesNotContain("secret");
  }

  @Test
  void doesNotTakeAHiddenEnvironmentForAnEmptyOne() {
    guest.file("/etc/waagent.conf", "").denied("/proc/12/environ");
    ProbeTester.of(new AgentProxiesProbe())
        .connect(GuestConnection.class, guest)
        .given(GuestFacts.AGENT_PROCESSES, new AgentProcesses(List.of(12L), List.of()))
        .observe()
        .expectUnavailable(NetworkFacts.AGENT_PROXIES, UnavailableReason.NOT_PERMITTED)
        .expectAccessNeedsComplete();
  }

  @Test
  void doesNotJudgeSettingsOfWhichAFileIsHidden() {
    guest
        .file("/etc/netplan/a.yaml", "network:\n")
        .file("/etc/netplan/b.yaml", "network:\n")
        .denied("/etc/netplan/b.yaml");
    ProbeTester.of(new AddressSetupsProbe())
        .connect(GuestConnection.class, guest)
        .observe()
        .expectUnavailable(NetworkFacts.ADDRESS_SETUPS, UnavailableReason.NOT_PERMITTED);
  }

  @Test
  void findRoutingRulesInTheNetworkSettings() {
    guest
        .file("/etc/netplan/a.yaml", "routing-policy:\n- to: 168.63.129.16\n  table: 9\n")
        .file("/etc/sysconfig/network-scripts/rule-eth1", "from 10.0.0.5 table 7\n");
    ProbeTester.of(new PolicyRulesProbe())
        .connect(GuestConnection.class, guest)
        .observe()
        .expectAccessNeedsComplete()
        .expectObserved(
            NetworkFacts.POLICY_RULES,
            List.of(new PolicyRule("/etc/netplan/a.yaml", 2, "to 168.63.129.16 table 9")));
  }

  @Test
  void doesNotCallRulesAbsentThatItMayNotRead() {
    ProbeTester.of(new PolicyRulesProbe())
        .connect(
            GuestConnection.class,
            guest.file("/etc/netplan/a.yaml", "").denied("/etc/netplan/a.yaml"))
        .observe()
        .expectUnavailable(NetworkFacts.POLICY_RULES, UnavailableReason.NOT_PERMITTED);
  }

  private String proxies(AgentProcesses processes) {
    return ProbeTester.of(new AgentProxiesProbe())
        .connect(GuestConnection.class, guest)
        .given(GuestFacts.AGENT_PROCESSES, processes)
        .observe()
        .expectAccessNeedsComplete()
        .observations()
        .get(NetworkFacts.AGENT_PROXIES)
        .toString();
  }

  private List<Question<?>> networkQuestions() {
    return guest.asked().stream()
        .filter(asked -> asked instanceof Question.Tcp || asked instanceof Question.Http)
        .toList();
  }

  private CheckedObservations look(GuestProbe probe, Platform.Kind kind) {
    return tester(probe, kind).observe();
  }

  private ProbeTester tester(GuestProbe probe, Platform.Kind kind) {
    return ProbeTester.of(probe)
        .connect(GuestConnection.class, guest)
        .given(GuestFacts.PLATFORM, new Platform(kind, ""));
  }
}
