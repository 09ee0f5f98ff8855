package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chains of one table, followed as the kernel would for one connection. */
final class PacketChains {

  private static final int DEEPEST = 10;

  private final Map<String, List<PacketRule>> chains = new LinkedHashMap<>();
  private final Map<String, PacketRule> policies = new LinkedHashMap<>();

  void add(String chain, PacketRule rule, boolean first) {
    List<PacketRule> rules = chains.computeIfAbsent(chain, c -> new ArrayList<>());
    rules.add(first ? 0 : rules.size(), rule);
  }

  void policy(String chain, PacketRule policy) {
    policies.put(chain, policy);
  }

  boolean isEmpty() {
    return chains.isEmpty() && policies.isEmpty();
  }

  /** What becomes of the connection that enters a chain of the kernel. */
  FirewallGate gate(String path, String table, String chain, int port) {
    FirewallGate decided = follow(path, table, chain, port, 0);
    if (decided != null) {
      return decided;
    }
    PacketRule policy = policies.get(chain);
    return policy == null
        ? new FirewallGate(path, table, port, Fate.PASSES, 0, "")
        : gate(path, table, port, policy);
  }

  private @Nullable FirewallGate follow(
      String path, String table, String chain, int port, int depth) {
    for (PacketRule rule : chains.getOrDefault(chain, List.of())) {
      String target = rule.target().toUpperCase(Locale.ROOT);
      boolean ends = target.equals("ACCEPT") || target.equals("DROP") || target.equals("REJECT");
      if (rule.fit() == Fit.NO || target.isEmpty()) {
        continue;
      }
      if (ends) {
        return gate(path, table, port, rule);
      }
      if (target.equals("RETURN")) {
        return rule.fit() == Fit.YES ? null : unknown(path, table, port, rule);
      }
      if (chains.containsKey(rule.target()) && depth < DEEPEST) {
        FirewallGate inner = follow(path, table, rule.target(), port, depth + 1);
        if (inner != null) {
          return rule.fit() == Fit.YES ? inner : unknown(path, table, port, rule);
        }
      }
    }
    return null;
  }

  private static FirewallGate gate(String path, String table, int port, PacketRule rule) {
    if (rule.fit() == Fit.PERHAPS) {
      return unknown(path, table, port, rule);
    }
    boolean passes = rule.target().equalsIgnoreCase("ACCEPT");
    return new FirewallGate(
        path, table, port, passes ? Fate.PASSES : Fate.BLOCKED, rule.line(), rule.text());
  }

  private static FirewallGate unknown(String path, String table, int port, PacketRule rule) {
    return new FirewallGate(path, table, port, Fate.UNKNOWN, rule.line(), rule.text());
  }
}
