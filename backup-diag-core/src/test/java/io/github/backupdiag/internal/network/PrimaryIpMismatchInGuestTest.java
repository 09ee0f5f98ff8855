package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.network.Seen.contact;
import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrimaryIpMismatchInGuestTest {

  private static final String PRIMARY = "10.1.0.9";
  private static final String OTHER = "10.1.0.4";

  private final DiagnosticTester rule =
      DiagnosticTester.of(new PrimaryIpMismatchInGuest()).wordedBy();

  @Test
  void keepsItsContract() {
    several(PRIMARY).checkContract();
  }

  @Test
  void confirmsASourceThatIsNotThePrimaryWhereTheHostIsSilent() {
    with(several(PRIMARY), OTHER, Reach.TIMED_OUT)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("key", 0)
        .withArgument("primaryIp", PRIMARY)
        .withArgument("otherIp", OTHER);
  }

  @Test
  void rulesOutOneAddress() {
    with(
            rule.given(WindowsNetworkFacts.INTERFACES, List.of(nic(PRIMARY, OTHER))),
            OTHER,
            Reach.REFUSED)
        .expectRuledOut(When.NOW);
  }

  @Test
  void takesSeveralAddressesForNormalWhereTheHostAnswers() {
    with(several(PRIMARY), OTHER, Reach.ANSWERED).expectRuledOut(When.NOW);
    assertThat(evidence(several(PRIMARY).expectInconclusive())).isEmpty();
  }

  @Test
  void doesNotBlameAddressesWhereTheSourceIsThePrimary() {
    assertThat(evidence(with(several(PRIMARY), PRIMARY, Reach.TIMED_OUT).expectInconclusive()))
        .isEmpty();
    with(several(PRIMARY), "10.2.0.4", Reach.TIMED_OUT).expectInconclusive();
  }

  @Test
  void doesNotGuessThePrimaryAddress() {
    with(several(null), OTHER, Reach.TIMED_OUT).expectInconclusive();
    with(several("10.1.0.77"), OTHER, Reach.TIMED_OUT).expectInconclusive();
  }

  @Test
  void takesADifferenceAloneForAHint() {
    assertThat(
            evidence(several(PRIMARY).given(NetworkFacts.HOST_SOURCE, OTHER).expectInconclusive()))
        .hasSize(1);
  }

  @Test
  void looksAtInterfacesWithAGatewayOnly() {
    WindowsInterface lan =
        new WindowsInterface(
            "{2}", false, List.of(OTHER, PRIMARY), PRIMARY, List.of(), null, "lan");
    rule.given(WindowsNetworkFacts.INTERFACES, List.of(lan)).expectInconclusive();
    with(
            rule.given(WindowsNetworkFacts.INTERFACES, List.of(lan, nic(PRIMARY, OTHER))),
            OTHER,
            Reach.TIMED_OUT)
        .expectRuledOut(When.NOW);
  }

  @Test
  void saysWhatItDidNotSee() {
    rule.givenUnavailable(WindowsNetworkFacts.INTERFACES, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
    several(PRIMARY)
        .givenUnavailable(NetworkFacts.HOST_SOURCE, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private DiagnosticTester several(@Nullable String leased) {
    return rule.given(WindowsNetworkFacts.INTERFACES, List.of(nic(leased, OTHER, PRIMARY)));
  }

  private static DiagnosticTester with(DiagnosticTester rule, String source, Reach reach) {
    return rule.given(NetworkFacts.HOST_SOURCE, source)
        .given(
            NetworkFacts.HOST_ENDPOINT,
            new HostEndpoint(
                contact("http://168.63.129.16/?comp=versions", 0, reach, reach),
                contact("tcp://168.63.129.16:32526", 0, reach, reach)));
  }

  private static WindowsInterface nic(@Nullable String leased, String... addresses) {
    return new WindowsInterface(
        "{1}", false, List.of(addresses), leased, List.of("10.1.0.1"), null, "key");
  }
}
