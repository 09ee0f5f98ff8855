package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Saved firewall rules keep root from the host address (guest.linux.network.firewall, which only
 * suggests). The agent's own rule against other users is none of these. Where the address was asked
 * itself and answered, that decides.
 */
public final class HostEndpointFirewalled implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.host-endpoint-firewalled", "host-endpoint-unreachable")
          .needs(NetworkFacts.FIREWALL_GATES)
          .helpful(Agreement.readsWith(NetworkFacts.HOST_ENDPOINT, GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.network.firewall");

  /** Made by {@code ServiceLoader}. */
  public HostEndpointFirewalled() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<Evidence> evidence = new ArrayList<>();
    List<FirewallGate> gates = facts.value(NetworkFacts.FIREWALL_GATES);
    for (FirewallGate gate : gates == null ? List.<FirewallGate>of() : gates) {
      if (gate.fate() == FirewallGate.Fate.BLOCKED) {
        evidence.add(blocked(gate));
      }
    }
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    boolean works = host != null && host.web().isAnswered() && host.plugin().isAnswered();
    if (evidence.isEmpty() || works) {
      return Verdict.notApplicable(Phrase.of("because.host-endpoint-firewalled.open"));
    }
    List<Evidence> agreeing = HostLines.AGREEMENT.in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.network.no-agreement")).hinting(evidence);
    }
    evidence.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(When.NOW, evidence.toArray(Evidence[]::new)), facts);
  }

  private static Evidence blocked(FirewallGate gate) {
    return Evidence.of(
            NetworkFacts.FIREWALL_GATES,
            Phrase.of(
                "evidence.host-endpoint-firewalled.blocked",
                "table",
                gate.table(),
                "port",
                String.valueOf(gate.port())))
        .withExcerpt(gate.rule())
        .withPlace(gate.path(), gate.line());
  }
}
