package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * Of several addresses of the interface, Windows sends from another one than Azure leased, and the
 * host does not answer (guest.windows.network.primary-ip, which only suggests). Several addresses
 * are normal. {@code SkipAsSource} is not read, since the address that Windows takes is seen
 * itself.
 */
public final class PrimaryIpMismatchInGuest implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.network.primary-ip-mismatch-in-guest", "primary-ip-mismatch-in-guest")
          .needs(WindowsNetworkFacts.INTERFACES)
          .helpful(NetworkFacts.HOST_ENDPOINT, NetworkFacts.HOST_SOURCE)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.network.primary-ip");

  /** Made by {@code ServiceLoader}. */
  public PrimaryIpMismatchInGuest() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<WindowsInterface> all = facts.value(WindowsNetworkFacts.INTERFACES);
    List<WindowsInterface> routed =
        all == null ? List.of() : all.stream().filter(one -> !one.gateways().isEmpty()).toList();
    if (routed.isEmpty()) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.INTERFACES);
    }
    if (routed.stream().allMatch(one -> one.addresses().size() < 2)) {
      return Verdict.ruledOut(When.NOW, evidence(routed.get(0), "single"));
    }
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    if (host != null && host.web().isAnswered() && host.plugin().isAnswered()) {
      return Verdict.ruledOut(When.NOW, host("answers"));
    }
    String source = facts.value(NetworkFacts.HOST_SOURCE);
    if (source == null) {
      return Verdict.inconclusive(Phrase.of("because.primary-ip-mismatch-in-guest.no-source"))
          .missing((FactKey<?>) NetworkFacts.HOST_SOURCE);
    }
    return routed.stream()
        .filter(one -> one.addresses().size() > 1 && one.addresses().contains(source))
        .findFirst()
        .map(one -> judge(one, source, host != null && isInVain(host)))
        .orElseGet(
            () -> Verdict.inconclusive(Phrase.of("because.primary-ip-mismatch-in-guest.fits")));
  }

  private static boolean isInVain(HostEndpoint host) {
    return host.web().isBlocked() || host.web().isSilent();
  }

  private static Verdict judge(WindowsInterface one, String source, boolean inVain) {
    String leased = one.leased();
    if (leased == null || !one.addresses().contains(leased)) {
      return Verdict.inconclusive(Phrase.of("because.primary-ip-mismatch-in-guest.no-lease"));
    }
    if (leased.equals(source)) {
      return Verdict.inconclusive(Phrase.of("because.primary-ip-mismatch-in-guest.fits"));
    }
    Evidence other =
        Evidence.of(
                NetworkFacts.HOST_SOURCE,
                Phrase.of(
                    "evidence.primary-ip-mismatch-in-guest.source",
                    "source",
                    source,
                    "leased",
                    leased))
            .withPlace(one.key(), 0);
    return inVain
        ? Verdict.likely(When.NOW, other, host("silent"))
            .with("primaryIp", leased)
            .with("otherIp", source)
        : Verdict.inconclusive(Phrase.of("because.primary-ip-mismatch-in-guest.answers"))
            .hinting(List.of(other));
  }

  private static Evidence evidence(WindowsInterface one, String what) {
    return Evidence.of(
            WindowsNetworkFacts.INTERFACES,
            Phrase.of(
                "evidence.primary-ip-mismatch-in-guest." + what,
                "address",
                String.join(", ", one.addresses())))
        .withPlace(one.key(), 0);
  }

  private static Evidence host(String what) {
    return Evidence.of(
            NetworkFacts.HOST_ENDPOINT, Phrase.of("evidence.primary-ip-mismatch-in-guest." + what))
        .withPlace(HostEndpoint.ADDRESS, 0);
  }
}
