package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.internal.parse.PacketRule.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Follows saved firewall rules for a new connection of root to the host address: those of
 * iptables-save, the direct rules of firewalld, and the rules of nft.
 */
public final class FirewallRules {

  static final List<Integer> PORTS = List.of(80, 32526);
  private static final String OUTPUT = "OUTPUT";
  private static final Pattern COUNTERS = Pattern.compile("^\\[\\d{1,20}:\\d{1,20}\\] ");

  private FirewallRules() {}

  /**
   * Follows the rules of iptables-save.
   *
   * @param path the file
   * @param text its text
   * @return one for each table with a chain OUTPUT and each port
   */
  public static List<FirewallGate> iptables(String path, String text) {
    return gates(path, port -> savedTables(text, port));
  }

  static Map<String, PacketChains> savedTables(String text, int port) {
    Map<String, PacketChains> tables = new LinkedHashMap<>();
    PacketChains chains = new PacketChains();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      List<String> words = PacketRule.words(COUNTERS.matcher(line).replaceFirst(""));
      if (line.startsWith("*")) {
        chains = tables.computeIfAbsent(line.substring(1), table -> new PacketChains());
      } else if (line.startsWith(":") && words.size() > 1) {
        if (!words.get(1).equals("-")) {
          chains.policy(
              words.get(0).substring(1), new PacketRule(words.get(1), Fit.YES, number, line));
        }
      } else if (words.size() > 1 && (words.get(0).equals("-A") || words.get(0).equals("-I"))) {
        add(chains, words, port, number, line);
      }
    }
    return tables;
  }

  /** Words from {@code -A} or {@code -I} on. */
  private static void add(
      PacketChains chains, List<String> words, int port, int number, String line) {
    boolean numbered = words.size() > 2 && words.get(2).matches("\\d{1,5}");
    List<String> rest = words.subList(numbered ? 3 : 2, words.size());
    chains.add(
        words.get(1), PacketRule.iptables(rest, port, number, line), words.get(0).equals("-I"));
  }

  /**
   * Follows the direct rules of firewalld.
   *
   * @param path the file
   * @param text its text
   * @return one for each table with a chain OUTPUT and each port
   */
  public static List<FirewallGate> firewalld(String path, String text) {
    return gates(path, port -> directTables(text, port));
  }

  private static Map<String, PacketChains> directTables(String text, int port) {
    Map<String, PacketChains> tables = new LinkedHashMap<>();
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.strip();
      boolean direct = line.startsWith("<rule ") || line.startsWith("<passthrough ");
      int open = line.indexOf('>');
      int close = line.indexOf("</", Math.max(open, 0));
      if (!direct || close < 0 || !line.contains("ipv=\"ipv4\"")) {
        continue;
      }
      List<String> words =
          new ArrayList<>(
              PacketRule.words(
                  line.substring(open + 1, close).replace("&quot;", "\"").replace("&amp;", "&")));
      String table = attribute(line, "table");
      int option = words.indexOf("-t");
      if (option >= 0 && option + 1 < words.size()) {
        table = words.get(option + 1);
        words.subList(option, option + 2).clear();
      }
      if (line.startsWith("<rule ")) {
        words.add(0, attribute(line, "chain"));
        words.add(0, "-A");
      }
      boolean rule = words.size() > 1 && (words.get(0).equals("-A") || words.get(0).equals("-I"));
      if (rule) {
        add(
            tables.computeIfAbsent(table.isEmpty() ? "filter" : table, t -> new PacketChains()),
            words,
            port,
            number,
            line);
      }
    }
    return tables;
  }

  private static String attribute(String tag, String name) {
    int from = tag.indexOf(" " + name + "=\"");
    int begin = from + name.length() + 3;
    int end = from < 0 ? -1 : tag.indexOf('"', begin);
    return end < 0 ? "" : tag.substring(begin, end);
  }

  private static List<FirewallGate> gates(
      String path, IntFunction<Map<String, PacketChains>> tables) {
    List<FirewallGate> gates = new ArrayList<>();
    for (int port : PORTS) {
      tables
          .apply(port)
          .forEach(
              (table, chains) -> {
                if (!chains.isEmpty() && !Set.of("nat").contains(table)) {
                  gates.add(chains.gate(path, table, OUTPUT, port));
                }
              });
    }
    return gates;
  }

  /**
   * Follows the rules of nft.
   *
   * @param path the file
   * @param text its text
   * @return one for each chain that hooks into the output of IPv4 and each port
   */
  public static List<FirewallGate> nft(String path, String text) {
    List<FirewallGate> gates = new ArrayList<>();
    for (int port : PORTS) {
      gates.addAll(NftRules.gates(path, text, port));
    }
    return gates;
  }
}
