package io.github.backupdiag.internal.parse;

import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One rule of nft in the words of {@link PacketRule}. */
final class NftRule {

  private static final Set<String> VERDICTS = Set.of("accept", "drop", "reject", "return", "queue");
  private static final Set<String> TWO_WORDS =
      Set.of("ip", "ip6", "tcp", "udp", "meta", "ct", "th", "xt", "fib");
  private static final Set<String> OF_STATEMENTS =
      Set.of("packets", "bytes", "prefix", "level", "rate", "burst", "over", "flags", "group");

  private final List<String> words;
  private final int port;
  private Fit fit = Fit.YES;
  private String target = "";
  private int at;

  private NftRule(List<String> words, int port) {
    this.words = words;
    this.port = port;
  }

  static PacketRule of(List<String> words, int port, int number, String text) {
    NftRule rule = new NftRule(words, port);
    while (rule.at < words.size() && rule.target.isEmpty()) {
      rule.step(words.get(rule.at));
    }
    return new PacketRule(rule.target, rule.fit, number, text);
  }

  private void step(String word) {
    if (VERDICTS.contains(word)) {
      target = word;
    } else if ((word.equals("jump") || word.equals("goto")) && at + 1 < words.size()) {
      target = words.get(at + 1);
    } else if (word.equals("counter") || word.equals("log") || word.equals("limit")) {
      fit = word.equals("limit") ? fit.and(Fit.PERHAPS) : fit;
      skip();
    } else {
      match(word);
    }
  }

  /** Numbers and options behind {@code counter}, {@code log} and {@code limit}. */
  private void skip() {
    at++;
    while (at < words.size()
        && (OF_STATEMENTS.contains(words.get(at)) || OF_STATEMENTS.contains(words.get(at - 1)))) {
      at++;
    }
  }

  private void match(String word) {
    int value = Math.min(words.size(), at + (TWO_WORDS.contains(word) ? 2 : 1));
    String key = String.join(" ", words.subList(at, value));
    boolean map = value < words.size() && words.get(value).equals("vmap");
    boolean negate = value < words.size() && words.get(value).equals("!=");
    int from = map || negate ? value + 1 : value;
    int to = valueEnd(from);
    String joined = String.join("", words.subList(Math.min(from, to), to));
    String[] values = joined.replaceAll("[{}]", "").split(",", -1);
    if (map) {
      verdictOf(key, values);
    } else {
      fit = fit.and(fit(key, values).negated(negate));
    }
    at = Math.max(to, at + 1);
  }

  /** A map from states to verdicts is followed; any other may hold a verdict or none. */
  private void verdictOf(String key, String[] values) {
    if (!key.equals("ct state")) {
      fit = fit.and(Fit.PERHAPS);
      target = "queue";
      return;
    }
    for (String each : values) {
      if (each.startsWith("new:")) {
        target = each.substring(each.indexOf(':') + 1);
        fit = VERDICTS.contains(target) ? fit : fit.and(Fit.PERHAPS);
        return;
      }
    }
  }

  private int valueEnd(int from) {
    int end = from;
    boolean set = from < words.size() && words.get(from).startsWith("{");
    while (end < words.size()
        && (set ? !words.get(end).endsWith("}") : words.get(end).endsWith(","))) {
      end++;
    }
    return Math.min(words.size(), end + 1);
  }

  private Fit fit(String key, String[] values) {
    return switch (key) {
      case "ip daddr" -> HostNetwork.any(values);
      case "ip6 daddr", "ip6 saddr", "udp dport", "udp sport" -> Fit.NO;
      case "tcp dport", "th dport" -> named(values, Fit.of(PacketRule.anyPort(values, port)));
      case "tcp sport", "th sport" -> PacketRule.ofService(values);
      case "ip protocol", "meta l4proto" ->
          named(values, any(values, value -> value.equals("tcp") || value.equals("6")));
      case "meta nfproto" -> any(values, value -> value.equals("ipv4"));
      case "meta skuid", "skuid" ->
          named(values, any(values, value -> PacketRule.root(value) == Fit.YES));
      case "ct state" -> any(values, value -> value.equals("new"));
      case "comment" -> Fit.YES;
      case "oif", "oifname", "meta oif", "meta oifname" ->
          Arrays.equals(values, new String[] {"lo"}) ? Fit.NO : Fit.PERHAPS;
      default -> Fit.PERHAPS;
    };
  }

  /** A set or a variable by its name may hold anything. */
  private static Fit named(String[] values, Fit fit) {
    boolean hidden =
        Arrays.stream(values).anyMatch(value -> value.startsWith("@") || value.startsWith("$"));
    return hidden ? fit.or(Fit.PERHAPS) : fit;
  }

  private static Fit any(String[] values, Predicate<String> wanted) {
    return Fit.of(Arrays.stream(values).anyMatch(wanted));
  }
}
