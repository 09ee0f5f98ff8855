package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.RoutingTable;
import java.util.ArrayList;
import java.util.List;

/**
 * No route leads to the host address, not even a default one (guest.linux.network.route, which only
 * suggests). Where the address was asked itself, that answer decides.
 */
public final class HostEndpointNotRouted implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.host-endpoint-not-routed", "host-endpoint-unreachable")
          .needs(NetworkFacts.ROUTES)
          .helpful(Agreement.readsWith(NetworkFacts.HOST_ENDPOINT, GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.network.route");

  /** Made by {@code ServiceLoader}. */
  public HostEndpointNotRouted() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    RoutingTable routes = facts.value(NetworkFacts.ROUTES);
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    RoutingTable.Route route = routes == null ? null : Ways.toHost(routes);
    if (routes == null || host != null || (route != null && !route.rejects())) {
      return Verdict.notApplicable(Phrase.of("because.host-endpoint-not-routed.routed"));
    }
    List<Evidence> evidence = new ArrayList<>(List.of(Ways.evidence(routes)));
    List<Evidence> agreeing = HostLines.AGREEMENT.in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.network.no-agreement")).hinting(evidence);
    }
    evidence.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(When.NOW, evidence.toArray(Evidence[]::new)), facts);
  }
}
