package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of nft, as far as they concern a new connection of root to the host address. */
final class NftRules {

  /** What changes chains from outside their block; it is not followed. */
  private static final Set<String> ELSEWHERE = Set.of("include", "add", "insert", "replace");

  private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]{0,99})");
  private static final int LONGEST_VALUE = 1000;
  private static final int MOST_NAMES = 50;

  private final String path;
  private final int port;
  private final List<FirewallGate> gates = new ArrayList<>();
  private final Map<String, String> defines = new HashMap<>();
  private PacketChains chains = new PacketChains();
  private final Map<String, Boolean> hooks = new LinkedHashMap<>();
  private String table = "";
  private String chain = "";
  private boolean concerned;
  private boolean complete = true;

  private NftRules(String path, int port) {
    this.path = path;
    this.port = port;
  }

  static List<FirewallGate> gates(String path, String text, int port) {
    NftRules rules = new NftRules(path, port);
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      for (String statement : statements(raw)) {
        rules.take(rules.replaced(statement.strip()), number);
      }
    }
    rules.endTable();
    return rules.complete ? rules.gates : rules.gates.stream().map(NftRules::inDoubt).toList();
  }

  /** Parts of a line up to its comment; what stands in quotes ends none. */
  private static List<String> statements(String line) {
    List<String> statements = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    int at = 0;
    for (; at < line.length() && (quoted || line.charAt(at) != '#'); at++) {
      quoted ^= line.charAt(at) == '"';
      if (!quoted && line.charAt(at) == ';') {
        statements.add(line.substring(from, at));
        from = at + 1;
      }
    }
    statements.add(line.substring(from, at));
    return statements;
  }

  /** What is not seen may come before the rule that decided. */
  private static FirewallGate inDoubt(FirewallGate gate) {
    return gate.fate() == Fate.PASSES
        ? gate
        : new FirewallGate(
            gate.path(), gate.table(), gate.port(), Fate.UNKNOWN, gate.line(), gate.rule());
  }

  private void take(String statement, int number) {
    List<String> words = PacketRule.words(statement);
    if (words.isEmpty()) {
      return;
    }
    String first = words.get(0);
    if (ELSEWHERE.contains(first)) {
      complete = false;
    } else if (first.equals("define") || first.equals("redefine")) {
      define(statement);
    } else if (first.equals("table")) {
      beginTable(words);
    } else if (first.equals("chain")) {
      chain = words.size() > 1 ? words.get(1) : "";
    } else if (first.equals("}")) {
      complete &= words.size() == 1;
      chain = "";
    } else if (first.equals("type") && !chain.isEmpty()) {
      int hook = words.indexOf("hook");
      boolean output = hook >= 0 && hook + 1 < words.size() && words.get(hook + 1).equals("output");
      hooks.put(chain, output && words.size() > 1 && words.get(1).equals("filter"));
    } else if (first.equals("policy") && words.size() > 1) {
      chains.policy(chain, new PacketRule(words.get(1), Fit.YES, number, statement));
    } else if (!chain.isEmpty()) {
      complete &= isOnOneLine(statement);
      chains.add(chain, NftRule.of(words, port, number, statement), false);
    }
  }

  /** A rule over several lines is not followed. */
  private static boolean isOnOneLine(String statement) {
    return statement.chars().filter(c -> c == '{').count()
        == statement.chars().filter(c -> c == '}').count();
  }

  private void beginTable(List<String> words) {
    endTable();
    boolean family = words.size() > 2 && Set.of("ip", "inet").contains(words.get(1));
    boolean implied = words.size() == 3 && words.get(2).equals("{");
    concerned = family || (implied && !words.get(1).equals("ip6"));
    table = words.size() > 2 && !implied ? words.get(2) : words.size() > 1 ? words.get(1) : "";
  }

  private void endTable() {
    if (concerned) {
      hooks.forEach(
          (name, output) -> {
            if (output) {
              gates.add(chains.gate(path, table, name, port));
            }
          });
    }
    chains = new PacketChains();
    hooks.clear();
    chain = "";
  }

  private void define(String statement) {
    String[] parts = statement.split("=", 2);
    String[] name = parts[0].strip().split("\\s+", -1);
    String value = parts.length == 2 ? parts[1].strip() : "";
    if (name.length == 2 && !value.isEmpty() && value.length() <= LONGEST_VALUE) {
      defines.put(name[1], value);
    }
  }

  /** With the values of defined names; unknown names stay, and so do very many. */
  private String replaced(String statement) {
    long names = statement.chars().filter(c -> c == '$').count();
    return names == 0 || names > MOST_NAMES
        ? statement
        : VARIABLE
            .matcher(statement)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(defines.getOrDefault(found.group(1), found.group())));
  }
}
