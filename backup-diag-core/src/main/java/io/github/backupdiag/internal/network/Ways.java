package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.PolicyRule;
import io.github.backupdiag.fact.guest.RoutingTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The route to the host address, and what the steps of a remediation need of it. */
final class Ways {

  /** 168.63.129.16. */
  static final long HOST = 0xA83F8110L;

  private static final int MOST_RULES = 3;

  private Ways() {}

  static RoutingTable.@Nullable Route toHost(RoutingTable routes) {
    return routes.to(HOST);
  }

  static Evidence evidence(RoutingTable routes) {
    RoutingTable.Route route = toHost(routes);
    if (route == null) {
      return Evidence.of(NetworkFacts.ROUTES, Phrase.of("evidence.host-endpoint.no-route"))
          .withPlace(routes.path(), 0);
    }
    return Evidence.of(
            NetworkFacts.ROUTES,
            route.rejects()
                ? Phrase.of("evidence.host-endpoint.route-rejects")
                : Phrase.of("evidence.host-endpoint.route", "device", route.device()))
        .withPlace(routes.path(), route.line());
  }

  /** Rules that take the address past that route; they are set, but may not be in force. */
  static List<Evidence> policyRules(Facts facts) {
    List<PolicyRule> rules = facts.value(NetworkFacts.POLICY_RULES);
    return (rules == null ? List.<PolicyRule>of() : rules)
        .stream()
            .limit(MOST_RULES)
            .map(
                rule ->
                    Evidence.of(
                            NetworkFacts.POLICY_RULES,
                            Phrase.of("evidence.host-endpoint.policy-rule"))
                        .withExcerpt(rule.rule())
                        .withPlace(rule.path(), rule.line()))
            .toList();
  }

  /** Adds the values that steps ask for, as far as they are known. */
  static Verdict.Confirmed withArguments(Verdict.Confirmed verdict, Facts facts) {
    GuestOs os = facts.value(GuestFacts.OS);
    return verdict.with("unit", os == null ? "waagent" : os.agentUnit());
  }

  /** Adds the way of the default route, too; needs the routes among the declared facts. */
  static Verdict.Confirmed withDefaultRoute(Verdict.Confirmed verdict, Facts facts) {
    RoutingTable routes = facts.value(NetworkFacts.ROUTES);
    RoutingTable.Route route =
        routes == null
            ? null
            : routes.routes().stream()
                .filter(each -> each.mask() == 0 && !each.rejects())
                .findFirst()
                .orElse(null);
    Verdict.Confirmed more = withArguments(verdict, facts);
    return route == null
        ? more
        : more.with("interface", route.device()).with("gateway", route.gateway());
  }
}
