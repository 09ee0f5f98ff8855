package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a policy of firewalld for what leaves the machine itself (firewalld.policy(5)): its rules
 * that deny come first, then those that accept, then its target. Rules with a priority of their own
 * are not followed.
 */
public final class FirewalldPolicy {

  private static final Pattern TAG = Pattern.compile("<(/?)([a-z-]{1,40})([^<>]{0,500})>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]{1,20})=\"([^\"]{0,200})\"");
  private static final Set<String> DENYING = Set.of("drop", "reject");
  private static final String CHAIN = "OUTPUT";

  private final String text;
  private final int port;
  private final List<PacketRule> denying = new ArrayList<>();
  private final List<PacketRule> accepting = new ArrayList<>();
  private String target = "continue";
  private int targetLine;
  private boolean fromHost;
  private boolean toAny;
  private boolean inRule;
  private Fit fit = Fit.YES;
  private String action = "";
  private int ruleLine;
  private int line = 1;

  private FirewalldPolicy(String text, int port) {
    this.text = text;
    this.port = port;
  }

  /**
   * Follows the policy.
   *
   * @param path the file
   * @param text its text
   * @return one for each port; empty if the policy is not about what leaves the machine
   */
  public static List<FirewallGate> follow(String path, String text) {
    List<FirewallGate> gates = new ArrayList<>();
    String plain = withoutComments(text);
    for (int port : FirewallRules.PORTS) {
      FirewalldPolicy policy = new FirewalldPolicy(plain, port);
      policy.read();
      if (policy.fromHost) {
        gates.add(policy.chains().gate(path, "policy", CHAIN, port));
      }
    }
    return gates;
  }

  private void read() {
    Matcher tag = TAG.matcher(text);
    int from = 0;
    while (tag.find()) {
      line += (int) text.substring(from, tag.start()).chars().filter(c -> c == '\n').count();
      from = tag.start();
      take(tag.group(2), tag.group(1).isEmpty(), attributes(tag.group(3)));
    }
  }

  /** Without comments, but with the ends of their lines. */
  private static String withoutComments(String text) {
    StringBuilder plain = new StringBuilder();
    int from = 0;
    int open = text.indexOf("<!--");
    while (open >= 0) {
      int close = text.indexOf("-->", open);
      int end = close < 0 ? text.length() : close + 3;
      plain.append(text, from, open);
      text.substring(open, end).chars().filter(c -> c == '\n').forEach(c -> plain.append('\n'));
      from = end;
      open = text.indexOf("<!--", from);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2));
    }
    return attributes;
  }

  private void take(String tag, boolean opens, Map<String, String> with) {
    String name = with.getOrDefault("name", "");
    switch (tag) {
      case "policy" -> {
        if (opens) {
          target = with.getOrDefault("target", target).toLowerCase(Locale.ROOT);
          targetLine = line;
        }
      }
      case "ingress-zone" -> fromHost |= name.equals("HOST");
      case "egress-zone" -> toAny |= name.equals("ANY");
      case "rule" -> {
        if (opens) {
          begin(with);
        } else {
          end();
        }
      }
      default -> {
        if (opens) {
          inside(tag, with);
        }
      }
    }
  }

  private void begin(Map<String, String> with) {
    inRule = true;
    ruleLine = line;
    action = "";
    boolean otherFamily = with.getOrDefault("family", "ipv4").equals("ipv6");
    boolean ordered = !with.getOrDefault("priority", "0").equals("0");
    fit = otherFamily ? Fit.NO : ordered ? Fit.PERHAPS : Fit.YES;
  }

  private void end() {
    if (inRule && !action.isEmpty()) {
      (DENYING.contains(action) ? denying : accepting)
          .add(new PacketRule(action, fit, ruleLine, "rule " + action));
    }
    inRule = false;
  }

  private void inside(String tag, Map<String, String> with) {
    if (tag.equals("accept") || DENYING.contains(tag)) {
      action = tag;
    } else if (!inRule) {
      Fit service = fit(tag, with);
      if (Set.of("service", "port", "protocol").contains(tag)) {
        accepting.add(new PacketRule("accept", service, line, tag + " " + with.values()));
      }
    } else if (!Set.of("log", "audit", "nflog", "limit").contains(tag)) {
      fit = fit.and(fit(tag, with));
    }
  }

  private Fit fit(String tag, Map<String, String> with) {
    return switch (tag) {
      case "destination" ->
          HostNetwork.any(new String[] {with.getOrDefault("address", "@")})
              .negated(with.getOrDefault("invert", "no").matches("(?i)yes|true"));
      case "port" ->
          with.getOrDefault("protocol", "tcp").equals("tcp")
              ? Fit.of(PacketRule.anyPort(new String[] {with.getOrDefault("port", "")}, port))
              : Fit.NO;
      case "protocol" -> Fit.of(with.getOrDefault("value", "").equals("tcp"));
      case "service" ->
          with.getOrDefault("name", "").equals("http") ? Fit.of(port == 80) : Fit.PERHAPS;
      default -> Fit.PERHAPS;
    };
  }

  private PacketChains chains() {
    PacketChains chains = new PacketChains();
    denying.forEach(rule -> chains.add(CHAIN, rule, false));
    accepting.forEach(rule -> chains.add(CHAIN, rule, false));
    if (DENYING.contains(target)) {
      chains.policy(
          CHAIN,
          new PacketRule(target, toAny ? Fit.YES : Fit.PERHAPS, targetLine, "target=" + target));
    }
    return chains;
  }
}
