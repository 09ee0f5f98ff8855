package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.PolicyRule;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds routing rules in configuration files that take the host address past the main table
 * (ip-rule(8)). A rule for one source address is none: the agent binds to no address, so the kernel
 * looks for the route before it chooses one. Rules for marks, users or interfaces are left out,
 * too.
 */
public final class PolicyRules {

  private static final Set<String> MAIN = Set.of("main", "254", "local", "255", "default", "253");
  private static final Set<String> REFUSING = Set.of("blackhole", "unreachable", "prohibit");
  private static final Set<String> ANYWHERE = Set.of("all", "any", "default", "0.0.0.0/0", "0/0");

  /** Words that choose nothing. */
  private static final Set<String> PLAIN =
      Set.of("priority", "pref", "order", "preference", "protocol", "suppress_prefixlength");

  private PolicyRules() {}

  /**
   * Reads lines in the words of {@code ip rule}: {@code rule-} and {@code ifrule-} files, and
   * commands in {@code /etc/network/interfaces}.
   *
   * @param path the file
   * @param text its text
   * @return those that concern the host address
   */
  public static List<PolicyRule> lines(String path, String text) {
    boolean commands = !path.substring(path.lastIndexOf('/') + 1).contains("rule-");
    List<PolicyRule> rules = new ArrayList<>();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      int command = line.indexOf("ip rule add ");
      boolean comment = line.startsWith("#");
      if (!comment && (command >= 0 || !commands)) {
        String rule = command < 0 ? line : line.substring(command + "ip rule add ".length());
        add(rules, path, number, words(rule));
      }
    }
    return rules;
  }

  /**
   * Reads the sections {@code [RoutingPolicyRule]} of networkd.
   *
   * @param path the file
   * @param text its text
   * @return those that concern the host address
   */
  public static List<PolicyRule> networkd(String path, String text) {
    List<PolicyRule> rules = new ArrayList<>();
    Map<String, String> rule = new LinkedHashMap<>();
    int begin = 0;
    int number = 0;
    for (String raw : (text + "\n[]").split("\n", -1)) {
      number++;
      String line = raw.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("[")) {
        add(rules, path, begin, rule);
        begin = line.equals("[RoutingPolicyRule]") ? number : 0;
        rule = new LinkedHashMap<>();
      } else if (begin > 0 && equals > 0) {
        rule.put(key(line.substring(0, equals)), line.substring(equals + 1).strip());
      }
    }
    return rules;
  }

  /**
   * Reads the rules of a keyfile of NetworkManager.
   *
   * @param path the file
   * @param text its text
   * @return those that concern the host address
   */
  public static List<PolicyRule> keyfile(String path, String text) {
    List<PolicyRule> rules = new ArrayList<>();
    int number = 0;
    boolean ipv4 = false;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      ipv4 = line.startsWith("[") ? line.equals("[ipv4]") : ipv4;
      if (ipv4 && line.matches("routing-rule\\d{1,4}\\s*=.*")) {
        add(rules, path, number, words(line.substring(line.indexOf('=') + 1)));
      }
    }
    return rules;
  }

  /**
   * Reads the lists {@code routing-policy} of netplan.
   *
   * @param path the file
   * @param text its text
   * @return those that concern the host address
   */
  public static List<PolicyRule> netplan(String path, String text) {
    List<PolicyRule> rules = new ArrayList<>();
    Map<String, String> rule = new LinkedHashMap<>();
    int begin = 0;
    int number = 0;
    int list = -1;
    for (String raw : (text + "\nend:").split("\n", -1)) {
      number++;
      String line = raw.replaceFirst("(^|\\s)#.*$", "").stripTrailing();
      int indent = line.length() - line.stripLeading().length();
      String content = line.strip();
      boolean item = content.startsWith("-");
      if (content.isEmpty()) {
        continue;
      }
      if (item || indent <= list) {
        add(rules, path, begin, rule);
        rule = new LinkedHashMap<>();
        begin = number;
      }
      list = indent <= list && !item ? -1 : list;
      String[] parts = content.replaceFirst("^-\\s*", "").split(":", 2);
      if (content.equals("routing-policy:")) {
        list = indent;
      } else if (list >= 0 && parts.length == 2) {
        rule.put(key(parts[0]), parts[1].strip().replaceAll("[\"']", ""));
      }
    }
    return rules;
  }

  private static String key(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    return key.equals("type-of-service") || key.equals("mark") ? "fwmark" : key;
  }

  private static Map<String, String> words(String line) {
    List<String> words = Arrays.asList(line.strip().split("[\\s,]+", -1));
    Map<String, String> rule = new LinkedHashMap<>();
    for (int at = 0; at < words.size(); at++) {
      String word = words.get(at);
      if (REFUSING.contains(word)) {
        rule.put("type", word);
      } else if (!word.isEmpty() && !word.equals("add") && at + 1 < words.size()) {
        boolean table = Set.of("lookup", "tab").contains(word);
        rule.put(table ? "table" : word, words.get(++at));
      } else if (!word.isEmpty()) {
        rule.put(word, "");
      }
    }
    return rule;
  }

  private static void add(List<PolicyRule> rules, String path, int line, Map<String, String> rule) {
    if (!concernsHost(rule)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    rule.forEach((key, value) -> text.append(key).append(' ').append(value).append(' '));
    rules.add(new PolicyRule(path, line, text.toString().strip()));
  }

  private static boolean concernsHost(Map<String, String> rule) {
    String type = rule.getOrDefault("type", "");
    String table = rule.getOrDefault("table", "");
    boolean refuses = REFUSING.contains(type);
    boolean elsewhere = !table.isEmpty() && !MAIN.contains(table);
    return (refuses || elsewhere) && rule.entrySet().stream().allMatch(PolicyRules::mayMeanHost);
  }

  private static boolean mayMeanHost(Map.Entry<String, String> each) {
    return switch (each.getKey()) {
      case "type", "table" -> true;
      case "from" -> ANYWHERE.contains(each.getValue());
      case "to" ->
          ANYWHERE.contains(each.getValue())
              || HostNetwork.any(new String[] {each.getValue()}) == Fit.YES;
      case "family" -> !each.getValue().equals("ipv6");
      default -> PLAIN.contains(each.getKey());
    };
  }
}
