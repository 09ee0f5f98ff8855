package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.AddressSetup;
import io.github.backupdiag.fact.guest.AddressSetup.Method;
import io.github.backupdiag.fact.guest.DhcpLease;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DhcpDisabledInGuestTest {

  private static final String HOST = "168.63.129.16";
  private static final AddressSetup FIXED = setup("/etc/netplan/a.yaml", "eth0", Method.STATIC);
  private static final AddressSetup DHCP = setup("/etc/netplan/a.yaml", "eth0", Method.DHCP);

  private final DiagnosticTester rule =
      Seen.by(new DhcpDisabledInGuest()).given(BackupFacts.REFERENCE_TIME, Samples.NIGHT);

  @Test
  void keepsItsContract() {
    with(List.of(), FIXED).checkContract();
  }

  @Test
  void confirmsAFixedAddressWhereTheAgentFoundNoHostAddress() {
    agreeing(with(List.of(), FIXED))
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/etc/netplan/a.yaml", 5)
        .withArgument("interface", "eth0");
  }

  @Test
  void confirmsALeaseWithAnotherAddressWhereTheAgentFoundNone() {
    agreeing(with(List.of(lease("10.9.8.7", null)), DHCP))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takesAFixedAddressAloneForAHint() {
    with(List.of(), FIXED).expectInconclusive();
    Seen.withCode(with(List.of(), FIXED), "GuestAgentSnapshotTaskStatusError").expectInconclusive();
    Seen.withAgentLine(with(List.of(), FIXED), "wa-dhcp-client-not-running", "x")
        .expectInconclusive();
  }

  @Test
  void rulesOutALeaseThatTellsTheHostAddress() {
    agreeing(with(List.of(lease(HOST, null)), FIXED)).expectRuledOut(When.NOW);
  }

  @Test
  void believesTheNewestLeaseThatIsNotOver() {
    DhcpLease old = lease("10.9.8.7", Samples.NIGHT.minusSeconds(60));
    DhcpLease later = lease("10.9.8.7", Samples.NIGHT.plusSeconds(60));
    DhcpLease latest = lease(HOST, Samples.NIGHT.plusSeconds(600));
    agreeing(with(List.of(old), DHCP)).expectInconclusive();
    agreeing(with(List.of(latest, later), DHCP)).expectRuledOut(When.NOW);
    agreeing(with(List.of(later, old), DHCP)).expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void doesNotMissTheOptionWhereAClientKeepsNone() {
    agreeing(with(List.of(lease(null, null)), DHCP)).expectInconclusive();
    agreeing(with(List.of())).expectInconclusive();
  }

  @Test
  void doesNotBlameTheFixedAddressOfAnotherInterface() {
    agreeing(with(List.of(), DHCP, setup("/etc/netplan/b.yaml", "eth1", Method.STATIC)))
        .expectInconclusive();
    AddressSetup one = new AddressSetup("/etc/a", 1, "eth0", Method.STATIC, false, "x");
    AddressSetup two = new AddressSetup("/etc/a", 2, "eth1", Method.STATIC, false, "x");
    agreeing(with(List.of(), one, two)).expectInconclusive();
  }

  @Test
  void letsTheLastFileOfAFolderCount() {
    agreeing(with(List.of(), DHCP, setup("/etc/netplan/b.yaml", "eth0", Method.STATIC)))
        .expectConfirmed(When.NOW, Confidence.LIKELY);
    agreeing(with(List.of(), FIXED, setup("/etc/netplan/b.yaml", "eth0", Method.DHCP)))
        .expectInconclusive();
  }

  @Test
  void doesNotJudgeWhatItDidNotSee() {
    rule.given(NetworkFacts.DHCP_LEASES, List.of())
        .givenUnavailable(NetworkFacts.ADDRESS_SETUPS, UnavailableReason.NOT_PERMITTED)
        .expectInconclusive();
  }

  private static DiagnosticTester agreeing(DiagnosticTester rule) {
    return Seen.withAgentLine(rule, "wa-dhcp-noresponse", "Failed to receive dhcp response.");
  }

  private static AddressSetup setup(String path, String device, Method method) {
    return new AddressSetup(path, 5, device, method, true, "addresses: [10.0.0.4/24]");
  }

  private static DhcpLease lease(@Nullable String host, @Nullable Instant ends) {
    return new DhcpLease("/var/lib/dhcp/a.leases", 3, "eth0", host, null, ends);
  }

  private DiagnosticTester with(List<DhcpLease> leases, AddressSetup... setups) {
    return rule.given(NetworkFacts.DHCP_LEASES, leases)
        .given(NetworkFacts.ADDRESS_SETUPS, List.of(setups));
  }
}
