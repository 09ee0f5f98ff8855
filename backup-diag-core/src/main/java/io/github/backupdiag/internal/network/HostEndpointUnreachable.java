package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.guest.Contact;
import io.github.backupdiag.fact.guest.Contact.Reach;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The host address 168.63.129.16 does not answer root (guest.linux.network.wireserver). An answer
 * with an error comes from the host itself, so the address is reached.
 */
public final class HostEndpointUnreachable implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.host-endpoint-unreachable", "host-endpoint-unreachable")
          .needs(NetworkFacts.HOST_ENDPOINT)
          .helpful(
              Agreement.readsWith(
                  NetworkFacts.METADATA_ENDPOINT,
                  NetworkFacts.ROUTES,
                  NetworkFacts.POLICY_RULES,
                  GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks(
              "guest.linux.network.wireserver",
              "guest.linux.network.route",
              "guest.any.network.imds");

  /** Made by {@code ServiceLoader}. */
  public HostEndpointUnreachable() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    if (host == null) {
      return Verdict.inconclusive(Phrase.of("because.host-endpoint-unreachable.not-asked"))
          .missing(NetworkFacts.HOST_ENDPOINT);
    }
    Contact web = host.web();
    if (web.isBlocked()) {
      return confirmed(Verdict.certain(When.NOW, evidence(host, facts, true)), facts);
    }
    if (web.isSilent()) {
      return confirmed(Verdict.likely(When.NOW, evidence(host, facts, true)), facts);
    }
    if (web.isAnswered() && host.plugin().isAnswered()) {
      return web.status() == 200
          ? Verdict.ruledOut(When.NOW, contact(web), contact(host.plugin()))
          : Verdict.inconclusive(Phrase.of("because.host-endpoint-unreachable.not-well"))
              .hinting(List.of(contact(web)));
    }
    return inPart(host, facts);
  }

  /** One port answers, or a connection breaks off: the failed job must tell of it, too. */
  private static Verdict inPart(HostEndpoint host, Facts facts) {
    List<Evidence> agreeing = HostLines.AGREEMENT.in(facts);
    List<Evidence> seen = new ArrayList<>(List.of(evidence(host, facts, false)));
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.host-endpoint-unreachable.in-part"))
          .hinting(seen);
    }
    seen.addAll(agreeing);
    return confirmed(Verdict.likely(When.NOW, seen.toArray(Evidence[]::new)), facts);
  }

  private static Verdict confirmed(Verdict.Confirmed verdict, Facts facts) {
    return Ways.withDefaultRoute(verdict, facts);
  }

  private static Evidence[] evidence(HostEndpoint host, Facts facts, boolean withSurroundings) {
    List<Evidence> evidence = new ArrayList<>();
    for (Contact contact : List.of(host.web(), host.plugin())) {
      if (!contact.isAnswered()) {
        evidence.add(contact(contact));
      }
    }
    RoutingTable routes = facts.value(NetworkFacts.ROUTES);
    if (withSurroundings && routes != null) {
      evidence.add(Ways.evidence(routes));
    }
    if (withSurroundings) {
      evidence.addAll(Ways.policyRules(facts));
    }
    Contact metadata = facts.value(NetworkFacts.METADATA_ENDPOINT);
    if (withSurroundings && metadata != null && !metadata.tries().isEmpty()) {
      evidence.add(contact(NetworkFacts.METADATA_ENDPOINT, metadata));
    }
    return evidence.toArray(Evidence[]::new);
  }

  private static Evidence contact(Contact contact) {
    return contact(NetworkFacts.HOST_ENDPOINT, contact);
  }

  private static Evidence contact(FactKey<?> key, Contact contact) {
    Reach last =
        contact.tries().isEmpty() ? Reach.BROKEN : contact.tries().get(contact.tries().size() - 1);
    String how = last.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Phrase text =
        contact.status() == 0
            ? Phrase.of("evidence.contact." + how, "address", contact.address())
            : Phrase.of(
                "evidence.contact.status",
                "address",
                contact.address(),
                "status",
                String.valueOf(contact.status()));
    return Evidence.of(key, text).withPlace(contact.address(), 0);
  }
}
