package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.FirewallBlock;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.RegistrySwitch;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsProxy;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network settings of Windows on the way to the host. */
class WindowsNetworkRulesTest {

  private final DiagnosticTester tls = rule(new StrongTlsDisabled());
  private final DiagnosticTester dhcp = rule(new WindowsDhcpDisabled());
  private final DiagnosticTester proxy = rule(new WindowsProxyMisconfigured());
  private final DiagnosticTester firewall = rule(new WindowsFirewallBlocksHost());
  private final DiagnosticTester adapter = rule(new CaptureAdapterMisleadsAgent());

  @Test
  void blamesStrongEncryptionThatIsOffOnlyWithACodeThatAgrees() {
    DiagnosticTester off =
        tls.given(
            WindowsSetupFacts.TLS_SWITCHES,
            List.of(new RegistrySwitch("key", "SchUseStrongCrypto", 0)));
    assertThat(evidence(off.expectInconclusive())).hasSize(1);
    with(off, "ExtensionSnapshotFailedNoSecureNetwork")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
  }

  @Test
  void takesSwitchesThatAreNotSetForTheDefault() {
    with(
            tls.given(WindowsSetupFacts.TLS_SWITCHES, List.of()),
            "ExtensionSnapshotFailedNoSecureNetwork")
        .expectInconclusive();
    tls.given(
            WindowsSetupFacts.TLS_SWITCHES,
            List.of(new RegistrySwitch("key", "SystemDefaultTlsVersions", 1)))
        .expectRuledOut(When.NOW);
    tls.givenUnavailable(WindowsSetupFacts.TLS_SWITCHES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAFixedAddressOnlyWithAnAgentThatFoundNoHostAddress() {
    DiagnosticTester fixed =
        dhcp.given(WindowsNetworkFacts.INTERFACES, List.of(nic(false, "10.1.0.1")));
    assertThat(evidence(with(fixed, "ExtensionSnapshotFailedNoNetwork").expectInconclusive()))
        .hasSize(1);
    fixed
        .given(WindowsFacts.AGENT_LOG, log("wg-dhcp-empty", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
  }

  @Test
  void looksAtTheInterfaceWithTheGateway() {
    dhcp.given(WindowsNetworkFacts.INTERFACES, List.of(nic(false), nic(true, "10.1.0.1")))
        .given(WindowsFacts.AGENT_LOG, log("wg-dhcp-empty", 5))
        .expectRuledOut(When.NOW);
    dhcp.given(WindowsNetworkFacts.INTERFACES, List.of(nic(false))).expectInconclusive();
    dhcp.givenUnavailable(WindowsNetworkFacts.INTERFACES, UnavailableReason.NOT_RECORDED)
        .expectInconclusive();
  }

  @Test
  void blamesNeitherALeaseWithoutOption245NorSeveralAddresses() {
    DiagnosticTester silent = dhcp.given(WindowsFacts.AGENT_LOG, log("wg-fabric-none", 5));
    for (String option : new String[] {null, "168.63.129.16"}) {
      silent
          .given(WindowsNetworkFacts.INTERFACES, List.of(several(true, option)))
          .expectRuledOut(When.NOW);
    }
    dhcp.given(WindowsNetworkFacts.INTERFACES, List.of(several(false, null))).expectInconclusive();
  }

  private static WindowsInterface several(boolean dhcp, String option) {
    return new WindowsInterface(
        "{1}", dhcp, List.of("10.1.0.4", "10.1.0.9"), null, List.of("10.1.0.1"), option, "key");
  }

  @Test
  void blamesAProxyOnlyWithSomethingThatAgrees() {
    DiagnosticTester set =
        proxy.given(
            WindowsNetworkFacts.PROXIES, List.of(new WindowsProxy("p:8080", "<local>", "key")));
    assertThat(evidence(set.expectInconclusive())).hasSize(1);
    set.given(WindowsFacts.AGENT_LOG, log("wg-407", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"168.63.129.16", "a;168.63.*;b", "*", "169.254.169.254, 168.63.129.16"})
  void doesNotBlameAProxyThatLeavesTheHostOut(String bypass) {
    proxy
        .given(WindowsNetworkFacts.PROXIES, List.of(new WindowsProxy("p:8080", bypass, "key")))
        .given(WindowsFacts.AGENT_LOG, log("wg-407", 5))
        .expectInconclusive();
  }

  @Test
  void rulesOutAMachineWithoutProxy() {
    proxy.given(WindowsNetworkFacts.PROXIES, List.of()).expectRuledOut(When.NOW);
    proxy
        .givenUnavailable(WindowsNetworkFacts.PROXIES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesAFirewallRuleOnlyWithSomethingThatAgrees() {
    DiagnosticTester block =
        firewall.given(
            WindowsNetworkFacts.FIREWALL_BLOCKS, List.of(new FirewallBlock("{1}", "v2", "key")));
    assertThat(evidence(block.expectInconclusive())).hasSize(1);
    with(block, "ExtensionSnapshotFailedNoNetwork")
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
    with(
            firewall.given(WindowsNetworkFacts.FIREWALL_BLOCKS, List.of()),
            "ExtensionSnapshotFailedNoNetwork")
        .expectInconclusive();
    firewall
        .givenUnavailable(WindowsNetworkFacts.FIREWALL_BLOCKS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void countsPacketsOfTheAgentThatWereStoppedInTheJob() {
    DiagnosticTester open = firewall.given(WindowsNetworkFacts.FIREWALL_BLOCKS, List.of());
    DiagnosticTester stopped =
        open.given(WindowsNetworkFacts.BLOCKED_PACKETS, List.of(packet(Samples.NIGHT)));
    assertThat(evidence(stopped.expectInconclusive())).hasSize(1);
    assertThat(
            evidence(
                with(stopped, "ExtensionSnapshotFailedNoNetwork")
                    .expectConfirmed(When.NOW, Confidence.LIKELY)))
        .hasSize(2);
    with(
            open.given(
                WindowsNetworkFacts.BLOCKED_PACKETS,
                List.of(packet(Samples.NIGHT.minus(Duration.ofDays(3))))),
            "ExtensionSnapshotFailedNoNetwork")
        .expectInconclusive();
  }

  @Test
  void doesNotBlameAFirewallWhereTheHostAnswers() {
    DiagnosticTester block =
        firewall
            .given(
                WindowsNetworkFacts.FIREWALL_BLOCKS, List.of(new FirewallBlock("{1}", "v2", "key")))
            .given(
                NetworkFacts.HOST_ENDPOINT,
                new HostEndpoint(
                    Seen.contact("http://168.63.129.16/", 200, Contact.Reach.ANSWERED),
                    Seen.contact("tcp://168.63.129.16:32526", 0, Contact.Reach.ANSWERED)));
    assertThat(evidence(with(block, "ExtensionSnapshotFailedNoNetwork").expectInconclusive()))
        .hasSize(1);
  }

  private static WindowsEvent packet(Instant time) {
    return new WindowsEvent(
        "Security",
        "Microsoft-Windows-Security-Auditing",
        5157,
        time,
        List.of(),
        "wevtutil Security",
        1,
        "x");
  }

  @Test
  void blamesACaptureAdapterOnlyWithTheLineOfTheAgent() {
    DiagnosticTester there = adapter.given(WindowsNetworkFacts.CAPTURE_ADAPTERS, List.of("key"));
    assertThat(evidence(with(there, "UserErrorGuestAgentStatusUnavailable").expectInconclusive()))
        .hasSize(1);
    there
        .given(WindowsFacts.AGENT_LOG, log("wg-npcap-none", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0);
    adapter.given(WindowsNetworkFacts.CAPTURE_ADAPTERS, List.of()).expectRuledOut(When.NOW);
    adapter
        .givenUnavailable(WindowsNetworkFacts.CAPTURE_ADAPTERS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  @Test
  void blamesADisabledServiceOfAddressesOnlyWithALineThatAgrees() {
    DiagnosticTester disabled =
        dhcp.given(WindowsNetworkFacts.INTERFACES, List.of(nic(true, "10.1.0.1")))
            .given(
                WindowsServiceFacts.SERVICES,
                new WindowsServices(
                    List.of(new WindowsService("Dhcp", 4, "", "", null)), List.of()));
    assertThat(evidence(disabled.expectInconclusive())).hasSize(1);
    disabled
        .given(WindowsFacts.AGENT_LOG, log("wg-fabric-none", 5))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  private static WindowsInterface nic(boolean dhcp, String... gateways) {
    return new WindowsInterface(
        "{1}", dhcp, List.of("10.1.0.4"), null, List.of(gateways), null, "key");
  }

  private static LogEvents log(String signature, long minutes) {
    Instant time = Samples.NIGHT.plus(Duration.ofMinutes(minutes));
    return Samples.log(
        time, new LogEvent(signature, "C:/WindowsAzure/Logs/WaAppAgent.log", 7, time, signature));
  }

  private static DiagnosticTester rule(Diagnostic rule) {
    DiagnosticTester tester = DiagnosticTester.of(rule).wordedBy();
    return rule.descriptor().helpful().contains(BackupFacts.WINDOW)
        ? tester.given(BackupFacts.WINDOW, Samples.WINDOW)
        : tester;
  }

  private static DiagnosticTester with(DiagnosticTester rule, String code) {
    return rule.given(BackupFacts.MATCHES, List.of(Samples.code(code)));
  }
}
