package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of nft, as far as they concern a new connection of root to the host address. */
final class NftRules {

  private final String path;
  private final int port;
  private final List<FirewallGate> gates = new ArrayList<>();
  private PacketChains chains = new PacketChains();
  private final Map<String, Boolean> hooks = new LinkedHashMap<>();
  private String table = "";
  private String chain = "";
  private boolean concerned;

  private NftRules(String path, int port) {
    this.path = path;
    this.port = port;
  }

  static List<FirewallGate> gates(String path, String text, int port) {
    NftRules rules = new NftRules(path, port);
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      for (String statement : line.split(";", -1)) {
        rules.take(statement.strip(), number);
      }
    }
    rules.endTable();
    return rules.gates;
  }

  private void take(String statement, int number) {
    List<String> words = PacketRule.words(statement);
    if (words.isEmpty()) {
      return;
    }
    String first = words.get(0);
    if (first.equals("table")) {
      endTable();
      boolean family = words.size() > 2 && Set.of("ip", "inet").contains(words.get(1));
      boolean implied = words.size() == 3 && words.get(2).equals("{");
      concerned = family || (implied && !words.get(1).equals("ip6"));
      table = words.size() > 2 && !implied ? words.get(2) : words.size() > 1 ? words.get(1) : "";
    } else if (first.equals("chain")) {
      chain = words.size() > 1 ? words.get(1) : "";
    } else if (first.equals("}")) {
      chain = "";
    } else if (first.equals("type") && !chain.isEmpty()) {
      int hook = words.indexOf("hook");
      boolean output = hook >= 0 && hook + 1 < words.size() && words.get(hook + 1).equals("output");
      hooks.put(chain, output && words.size() > 1 && words.get(1).equals("filter"));
    } else if (first.equals("policy") && words.size() > 1) {
      chains.policy(chain, new PacketRule(words.get(1), Fit.YES, number, statement));
    } else if (!chain.isEmpty()) {
      chains.add(chain, rule(words, number, statement), false);
    }
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

  private PacketRule rule(List<String> words, int number, String text) {
    Fit fit = Fit.YES;
    String target = "";
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at);
      if (Set.of("accept", "drop", "reject", "return").contains(word)) {
        target = word;
        break;
      }
      if ((word.equals("jump") || word.equals("goto")) && at + 1 < words.size()) {
        target = words.get(at + 1);
        break;
      }
      int value = at + keyLength(words, at);
      boolean negate = value < words.size() && words.get(value).equals("!=");
      int from = negate ? value + 1 : value;
      int to = valueEnd(words, from);
      if (word.equals("counter") || word.equals("log") || word.equals("limit")) {
        fit = word.equals("limit") ? fit.and(Fit.PERHAPS) : fit;
        at = skip(words, at + 1);
        continue;
      }
      String key = String.join(" ", words.subList(at, Math.min(value, words.size())));
      List<String> values = from < to ? words.subList(from, to) : List.of();
      fit = fit.and(fit(key, values).negated(negate));
      at = Math.max(to, at + 1);
    }
    return new PacketRule(target, fit, number, text);
  }

  /** Numbers and options behind {@code counter}, {@code log} and {@code limit}. */
  private static int skip(List<String> words, int from) {
    int at = from;
    while (at < words.size()
        && (Set.of("packets", "bytes", "prefix", "level", "rate", "burst", "over")
                .contains(words.get(at))
            || Set.of("packets", "bytes", "prefix", "level", "rate", "burst", "over")
                .contains(words.get(at - 1)))) {
      at++;
    }
    return at;
  }

  private static int keyLength(List<String> words, int at) {
    String word = words.get(at);
    return Set.of("ip", "ip6", "tcp", "udp", "meta", "ct", "th").contains(word) ? 2 : 1;
  }

  private static int valueEnd(List<String> words, int from) {
    if (from < words.size() && words.get(from).startsWith("{")) {
      int end = from;
      while (end < words.size() && !words.get(end).endsWith("}")) {
        end++;
      }
      return Math.min(words.size(), end + 1);
    }
    return Math.min(words.size(), from + 1);
  }

  private Fit fit(String key, List<String> words) {
    String[] values = String.join("", words).replaceAll("[{}]", "").split(",", -1);
    return switch (key) {
      case "ip daddr" -> any(values, PacketRule::holds);
      case "ip6 daddr", "ip6 saddr", "udp dport" -> Fit.NO;
      case "tcp dport", "th dport" -> Fit.of(PacketRule.anyPort(values, port));
      case "ip protocol", "meta l4proto" -> any(values, value -> value.equals("tcp"));
      case "meta nfproto" -> any(values, value -> value.equals("ipv4"));
      case "meta skuid", "skuid" -> any(values, value -> value.equals("0") || value.equals("root"));
      case "ct state" -> any(values, value -> value.equals("new"));
      case "comment" -> Fit.YES;
      case "oif", "oifname", "meta oif", "meta oifname" ->
          any(values, value -> value.equals("lo")) == Fit.YES && values.length == 1
              ? Fit.NO
              : Fit.PERHAPS;
      default -> Fit.PERHAPS;
    };
  }

  private static Fit any(String[] values, java.util.function.Predicate<String> wanted) {
    for (String value : values) {
      if (wanted.test(value)) {
        return Fit.YES;
      }
    }
    return Fit.NO;
  }
}
