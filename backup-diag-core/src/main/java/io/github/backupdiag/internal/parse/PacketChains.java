package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chains of one table, followed as the kernel would for one connection. */
final class PacketChains {

  /** Deeper ones are taken for undecided; the kernel itself goes less deep. */
  private static final int DEEPEST = 20;

  private static final Set<String> ENDING = Set.of("ACCEPT", "DROP", "REJECT");

  /** What hands the packet to something that is not seen here. */
  private static final Set<String> OUT_OF_SIGHT = Set.of("QUEUE", "NFQUEUE", "TPROXY");

  private final Map<String, Deque<PacketRule>> chains = new LinkedHashMap<>();
  private final Map<String, PacketRule> policies = new LinkedHashMap<>();

  void add(String chain, PacketRule rule, boolean first) {
    Deque<PacketRule> rules = chains.computeIfAbsent(chain, c -> new ArrayDeque<>());
    if (first) {
      rules.addFirst(rule);
    } else {
      rules.addLast(rule);
    }
  }

  void policy(String chain, PacketRule policy) {
    policies.put(chain, policy);
  }

  boolean isEmpty() {
    return chains.isEmpty() && policies.isEmpty();
  }

  /** What becomes of the connection that enters a chain of the kernel. */
  FirewallGate gate(String path, String table, String chain, int port) {
    FirewallGate decided = decided(path, table, chain, port);
    if (decided != null) {
      return decided;
    }
    PacketRule policy = policies.get(chain);
    return policy == null
        ? new FirewallGate(path, table, port, Fate.PASSES, 0, "")
        : gate(path, table, port, policy);
  }

  /** What the rules of a chain make of the connection, or null if they leave it to what follows. */
  @Nullable FirewallGate decided(String path, String table, String chain, int port) {
    return new Walk(path, table, port).through(chain, 0);
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

  /** One way through the chains; no chain is gone through twice. */
  private final class Walk {

    private final String path;
    private final String table;
    private final int port;
    private final Map<String, FirewallGate> ends = new HashMap<>();
    private final Set<String> left = new HashSet<>();

    Walk(String path, String table, int port) {
      this.path = path;
      this.table = table;
      this.port = port;
    }

    @Nullable FirewallGate through(String chain, int depth) {
      if (depth > DEEPEST || !left.add(chain)) {
        return ends.get(chain);
      }
      FirewallGate end = end(chains.getOrDefault(chain, new ArrayDeque<>()), depth);
      if (end != null) {
        ends.put(chain, end);
      }
      return end;
    }

    private @Nullable FirewallGate end(Collection<PacketRule> rules, int depth) {
      for (PacketRule rule : rules) {
        String target = rule.target().toUpperCase(Locale.ROOT);
        if (rule.fit() == Fit.NO || target.isEmpty()) {
          continue;
        }
        if (ENDING.contains(target)) {
          return gate(path, table, port, rule);
        }
        if (OUT_OF_SIGHT.contains(target)) {
          return unknown(path, table, port, rule);
        }
        if (target.equals("RETURN")) {
          return rule.fit() == Fit.YES ? null : unknown(path, table, port, rule);
        }
        FirewallGate inner = through(rule.target(), depth + 1);
        if (inner != null) {
          return rule.fit() == Fit.YES ? inner : unknown(path, table, port, rule);
        }
      }
      return null;
    }
  }
}
