package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.network.Seen.contact;
import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.PolicyRule;
import io.github.backupdiag.fact.guest.RoutingTable;
import io.github.backupdiag.fact.guest.RoutingTable.Route;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostEndpointUnreachableTest {

  private static final String URL = "http://168.63.129.16/?comp=versions";
  private static final String NETWORK_CODE = "ExtensionSnapshotFailedNoNetwork";
  private static final Contact PLUGIN = contact("tcp://168.63.129.16:32526", 0, Reach.ANSWERED);
  private static final Contact NO_PLUGIN =
      contact("tcp://168.63.129.16:32526", 0, Reach.REFUSED, Reach.REFUSED);

  private final DiagnosticTester rule = Seen.by(new HostEndpointUnreachable());

  @Test
  void keepsItsContract() {
    with(web(200, Reach.ANSWERED), PLUGIN).checkContract();
  }

  @ParameterizedTest
  @EnumSource(
      value = Reach.class,
      names = {"REFUSED", "TIMED_OUT", "UNREACHABLE"})
  void confirmsWhatFailsTwice(Reach reach) {
    with(web(0, reach, reach), NO_PLUGIN)
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence(URL, 0);
  }

  @Test
  void confirmsAFailureOfPort80AlsoWhereTheOtherPortAnswers() {
    with(web(0, Reach.TIMED_OUT, Reach.REFUSED), PLUGIN)
        .expectConfirmed(When.NOW, Confidence.CERTAIN);
  }

  @Test
  void namesARoutingRuleThatTakesTheAddressElsewhere() {
    DiagnosticTester ruled =
        rule.given(
            NetworkFacts.POLICY_RULES,
            List.of(new PolicyRule("/etc/netplan/50.yaml", 8, "to 168.63.129.16/32 table 101")));
    ruled
        .given(
            NetworkFacts.HOST_ENDPOINT,
            new HostEndpoint(web(0, Reach.REFUSED, Reach.REFUSED), NO_PLUGIN))
        .expectConfirmed(When.NOW, Confidence.CERTAIN)
        .withEvidence("/etc/netplan/50.yaml", 8);
    ruled
        .given(NetworkFacts.HOST_ENDPOINT, new HostEndpoint(web(200, Reach.ANSWERED), PLUGIN))
        .expectRuledOut(When.NOW);
    ruled.expectInconclusive();
  }

  @Test
  void takesSilenceForLikely() {
    with(web(0, Reach.SILENT, Reach.SILENT), PLUGIN).expectConfirmed(When.NOW, Confidence.LIKELY);
    with(web(0, Reach.TIMED_OUT, Reach.SILENT), PLUGIN)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotTakeOneTryForProof() {
    with(web(0, Reach.REFUSED), PLUGIN).expectInconclusive();
    with(web(200, Reach.TIMED_OUT, Reach.ANSWERED), PLUGIN).expectRuledOut(When.NOW);
  }

  @Test
  void rulesOutWhereBothAnswer() {
    with(web(200, Reach.ANSWERED), PLUGIN).expectRuledOut(When.NOW);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 503, 404, 302})
  void doesNotBlameAHostThatIsReachedButNotWell(int status) {
    DiagnosticTester reached = with(web(status, Reach.ANSWERED), PLUGIN);
    assertThat(evidence(reached.expectInconclusive())).hasSize(1);
    Seen.withCode(reached, NETWORK_CODE).expectInconclusive();
  }

  @Test
  void wantsAgreementWhereOnlyThePluginIsMissingOrAConnectionBreaksOff() {
    DiagnosticTester noPlugin = with(web(200, Reach.ANSWERED), NO_PLUGIN);
    noPlugin.expectInconclusive();
    Seen.withCode(noPlugin, "UserErrorGuestAgentStatusUnavailable").expectInconclusive();
    Seen.withCode(noPlugin, NETWORK_CODE).expectConfirmed(When.NOW, Confidence.LIKELY);

    DiagnosticTester broken = with(web(0, Reach.BROKEN, Reach.BROKEN), PLUGIN);
    broken.expectInconclusive();
    Seen.withAgentLine(broken, "wa-errno-111", "[Errno 111] 168.63.129.16")
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    Seen.withAgentLine(broken, "wa-errno-111", "[Errno 111] 10.0.0.9").expectInconclusive();
  }

  @Test
  void tellsTheWayAndWhetherTheMetadataAnswers() {
    Route lan = new Route("eth0", 0x0A000000L, 0xFFFFFF00L, "0.0.0.0", false, 0, 2);
    Route out = new Route("eth1", 0, 0, "10.0.0.1", false, 100, 3);
    DiagnosticTester known =
        with(web(0, Reach.TIMED_OUT, Reach.TIMED_OUT), NO_PLUGIN)
            .given(NetworkFacts.ROUTES, new RoutingTable("/proc/net/route", List.of(lan, out)))
            .given(NetworkFacts.METADATA_ENDPOINT, contact("http://x/", 200, Reach.ANSWERED));

    assertThat(
            evidence(
                known
                    .expectConfirmed(When.NOW, Confidence.CERTAIN)
                    .withEvidence("/proc/net/route", 3)
                    .withArgument("interface", "eth1")
                    .withArgument("gateway", "10.0.0.1")))
        .hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reach.class,
      names = {"REFUSED", "TIMED_OUT", "UNREACHABLE"})
  void doesNotBlameMetadataThatDoesNotAnswer(Reach reach) {
    DiagnosticTester well =
        with(web(200, Reach.ANSWERED), PLUGIN)
            .given(NetworkFacts.METADATA_ENDPOINT, contact("http://x/", 0, reach, reach));
    Seen.withCode(well, NETWORK_CODE).expectRuledOut(When.NOW);
    Seen.withCode(rule, NETWORK_CODE)
        .given(NetworkFacts.METADATA_ENDPOINT, contact("http://x/", 0, reach, reach))
        .expectInconclusive();
  }

  @Test
  void saysWhatItDidNotSee() {
    rule.givenUnavailable(NetworkFacts.HOST_ENDPOINT, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    rule.givenAbsent(NetworkFacts.HOST_ENDPOINT).expectInconclusive();
  }

  private static Contact web(int status, Reach... tries) {
    return contact(URL, status, tries);
  }

  private DiagnosticTester with(Contact web, Contact plugin) {
    return rule.given(NetworkFacts.HOST_ENDPOINT, new HostEndpoint(web, plugin));
  }
}
