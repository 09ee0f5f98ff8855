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
import org.jspecify.annotations.Nullable;

/**
 * Firewall rules keep root from the host address (guest.linux.network.firewall, which only
 * suggests). The agent's own rule against other users is none of these. Rules in force decide over
 * saved ones; where the address was asked itself and answered, that decides.
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
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    List<FirewallGate> blocking = blocking(facts, host);
    if (blocking.isEmpty()) {
      return Verdict.notApplicable(Phrase.of("because.host-endpoint-firewalled.open"));
    }
    List<Evidence> evidence = new ArrayList<>();
    blocking.forEach(gate -> evidence.add(blocked(gate)));
    List<Evidence> agreeing = HostLines.AGREEMENT.in(facts);
    boolean now = host != null && blocking.stream().anyMatch(FirewallGate::isInForce);
    if (agreeing.isEmpty() && !now) {
      return Verdict.inconclusive(Phrase.of("because.network.no-agreement")).hinting(evidence);
    }
    evidence.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(When.NOW, evidence.toArray(Evidence[]::new)), facts);
  }

  private static List<FirewallGate> blocking(Facts facts, @Nullable HostEndpoint host) {
    List<FirewallGate> gates = facts.value(NetworkFacts.FIREWALL_GATES);
    List<FirewallGate> all = gates == null ? List.of() : gates;
    boolean inForce = all.stream().anyMatch(FirewallGate::isInForce);
    return all.stream()
        .filter(gate -> gate.isInForce() || !inForce)
        .filter(gate -> gate.fate() == FirewallGate.Fate.BLOCKED)
        .filter(gate -> !answers(gate.port(), host))
        .toList();
  }

  /** One port that answers is not stopped; a saved rule that says so is then not in force. */
  private static boolean answers(int port, @Nullable HostEndpoint host) {
    if (host == null) {
      return false;
    }
    boolean web = host.web().isAnswered();
    return port == HostEndpoint.WEB_PORT ? web : host.plugin().isAnswered();
  }

  private static Evidence blocked(FirewallGate gate) {
    return Evidence.of(
            NetworkFacts.FIREWALL_GATES,
            Phrase.of(
                "evidence.host-endpoint-firewalled." + (gate.isInForce() ? "in-force" : "blocked"),
                "table",
                gate.table(),
                "port",
                String.valueOf(gate.port())))
        .withExcerpt(gate.rule())
        .withPlace(gate.path(), gate.line());
  }
}
