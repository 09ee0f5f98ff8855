package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.network.Seen.contact;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.fact.guest.RoutingTable.Route;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Routes and saved firewall rules, which only suggest that the host address is unreachable. */
class HostEndpointSettingsTest {

  private static final HostEndpoint WELL =
      new HostEndpoint(contact("a", 200, Reach.ANSWERED), contact("b", 0, Reach.ANSWERED));

  private static final HostEndpoint SILENT =
      new HostEndpoint(contact("a", 0, Reach.SILENT), contact("b", 0, Reach.ANSWERED));

  private final DiagnosticTester routes = Seen.by(new HostEndpointNotRouted());
  private final DiagnosticTester firewall = Seen.by(new HostEndpointFirewalled());

  @Test
  void keepTheirContracts() {
    unrouted().checkContract();
    with(Fate.BLOCKED).checkContract();
  }

  @Test
  void confirmNoRouteWithALineOfTheFailedJob() {
    agreeing(unrouted())
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/proc/net/route", 0);
    agreeing(routed(true)).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takeNoRouteAloneForAHint() {
    unrouted().expectInconclusive();
  }

  @Test
  void sayNothingOfARouteOrWhereTheAddressWasAskedItself() {
    agreeing(routed(false)).expectNotApplicable();
    agreeing(unrouted()).given(NetworkFacts.HOST_ENDPOINT, WELL).expectNotApplicable();
    routes.givenAbsent(NetworkFacts.ROUTES).expectNotApplicable();
  }

  @Test
  void confirmABlockingRuleWithALineOfTheFailedJob() {
    agreeing(with(Fate.BLOCKED))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/etc/iptables/rules.v4", 7);
  }

  @Test
  void takeABlockingRuleAloneForAHint() {
    with(Fate.BLOCKED).expectInconclusive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fate.class,
      names = {"PASSES", "UNKNOWN"})
  void sayNothingOfOtherRules(Fate fate) {
    agreeing(with(fate)).expectNotApplicable();
  }

  @Test
  void sayNothingOfABlockingRuleWhereTheAddressAnswers() {
    agreeing(with(Fate.BLOCKED)).given(NetworkFacts.HOST_ENDPOINT, WELL).expectNotApplicable();
    firewall.givenAbsent(NetworkFacts.FIREWALL_GATES).expectNotApplicable();
  }

  @Test
  void confirmARuleInForceOnAPortThatDoesNotAnswer() {
    inForce(80, Fate.BLOCKED)
        .given(NetworkFacts.HOST_ENDPOINT, SILENT)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void sayNothingOfARuleInForceOnAPortThatAnswers() {
    agreeing(inForce(32526, Fate.BLOCKED))
        .given(NetworkFacts.HOST_ENDPOINT, SILENT)
        .expectNotApplicable();
  }

  @Test
  void believeTheRulesInForceMoreThanSavedOnes() {
    FirewallGate saved =
        new FirewallGate("/etc/iptables/rules.v4", "filter", 80, Fate.BLOCKED, 7, "-j DROP");
    FirewallGate now = new FirewallGate("nft list ruleset", "filter", 80, Fate.PASSES, 0, "");
    agreeing(firewall.given(NetworkFacts.FIREWALL_GATES, List.of(now, saved)))
        .given(NetworkFacts.HOST_ENDPOINT, SILENT)
        .expectNotApplicable();
  }

  private DiagnosticTester inForce(int port, Fate fate) {
    return firewall.given(
        NetworkFacts.FIREWALL_GATES,
        List.of(new FirewallGate("iptables-save -c", "security", port, fate, 7, "-j DROP")));
  }

  private static DiagnosticTester agreeing(DiagnosticTester rule) {
    return Seen.withAgentLine(rule, "wa-proto-none", "No protocol found.");
  }

  private DiagnosticTester unrouted() {
    return routes.given(NetworkFacts.ROUTES, new RoutingTable("/proc/net/route", List.of()));
  }

  private DiagnosticTester routed(boolean rejects) {
    Route route = new Route("eth0", 0, 0, "10.0.0.1", rejects, 0, 2);
    return routes.given(NetworkFacts.ROUTES, new RoutingTable("/proc/net/route", List.of(route)));
  }

  private DiagnosticTester with(Fate fate) {
    return firewall.given(
        NetworkFacts.FIREWALL_GATES,
        List.of(new FirewallGate("/etc/iptables/rules.v4", "filter", 80, fate, 7, "-j DROP")));
  }
}
