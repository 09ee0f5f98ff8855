package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallRulesTest {

  private static final String OWN =
      """
      -A OUTPUT -d 168.63.129.16/32 -p tcp -m tcp --dport 53 -j ACCEPT
      -A OUTPUT -d 168.63.129.16/32 -p tcp -m owner --uid-owner 0 -j ACCEPT
      -A OUTPUT -d 168.63.129.16/32 -p tcp -m conntrack --ctstate INVALID,NEW -j DROP
      """;

  @Test
  void letTheAgentsOwnRulesPass() {
    assertThat(fates(iptables("security", "ACCEPT", OWN)))
        .containsExactly(Fate.PASSES, Fate.PASSES);
  }

  @Test
  void missNoRuleForNames() {
    String older = OWN.substring(OWN.indexOf('\n') + 1);
    assertThat(older).doesNotContain("--dport 53");
    assertThat(fates(iptables("security", "ACCEPT", older)))
        .containsExactly(Fate.PASSES, Fate.PASSES);
  }

  @Test
  void seeThatTheyAreOutOfOrder() {
    String[] lines = OWN.split("\n", -1);
    List<FirewallGate> gates =
        iptables("security", "ACCEPT", String.join("\n", lines[0], lines[2], lines[1]));
    assertThat(fates(gates)).containsExactly(Fate.BLOCKED, Fate.BLOCKED);
    assertThat(gates.get(0).line()).isEqualTo(4);
    assertThat(gates.get(0).rule()).isEqualTo(lines[2]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-A OUTPUT -d 168.63.129.16 -j DROP | BLOCKED",
        "-A OUTPUT -d 168.0.0.0/8 -j REJECT --reject-with icmp-port-unreachable | BLOCKED",
        "-A OUTPUT -p tcp -m multiport --dports 22,80:90 -j DROP | BLOCKED",
        "-A OUTPUT ! -d 10.0.0.0/8 -j DROP | BLOCKED",
        "-A OUTPUT -m owner ! --uid-owner 0 -d 168.63.129.16 -j DROP | PASSES",
        "-A OUTPUT -d 168.63.129.17 -j DROP | PASSES",
        "-A OUTPUT -p udp -j DROP | PASSES",
        "-A OUTPUT -o lo -j DROP | PASSES",
        "-A OUTPUT -o eth1 -d 168.63.129.16 -j DROP | UNKNOWN",
        "-A OUTPUT -m set --match-set bad dst -j DROP | UNKNOWN",
        "-A OUTPUT -m state --state ESTABLISHED -j DROP | PASSES",
        "-A OUTPUT -d 168.63.129.16 -j LOG --log-prefix \"no -j DROP\" | PASSES",
        "-A OUTPUT -d ! 10.0.0.1 -m recent --rttl -j DROP | UNKNOWN",
        "-A INPUT -s 168.63.129.16 -j DROP | PASSES",
        "[12:720] -A OUTPUT -d 168.63.129.16/32 -p tcp --dport 80 -j DROP | BLOCKED",
        "-A OUTPUT -d 10.0.0.1,168.63.129.16 -j DROP | BLOCKED",
        "-A OUTPUT -d proxy.example -j DROP | UNKNOWN",
        "-A OUTPUT -m iprange --dst-range 168.63.129.1-168.63.129.99 -j DROP | BLOCKED",
        "-A OUTPUT -m owner --uid-owner 0-999 -j DROP | BLOCKED",
        "-A OUTPUT -m owner --uid-owner 33 -j DROP | PASSES",
        "-A OUTPUT -p tcp -m tcp --sport 22 -j DROP | PASSES",
        "-A OUTPUT -p tcp -m tcp --sport 1024:65535 -j DROP | UNKNOWN",
        "-A OUTPUT -j NFQUEUE --queue-num 0 | UNKNOWN",
        "-A OUTPUT ! --syn -p tcp -j DROP | PASSES",
        "-A OUTPUT -m comment --comment \"a b\" -d 168.63.129.16/255.255.255.255 -j DROP | BLOCKED",
      })
  void followRulesOfIptables(String rule, Fate fate) {
    assertThat(iptables("filter", "ACCEPT", rule).get(0).fate()).isEqualTo(fate);
  }

  @Test
  void followChainsAndPolicies() {
    assertThat(fates(iptables("filter", "DROP", "-A OUTPUT -d 10.0.0.1 -j ACCEPT")))
        .containsOnly(Fate.BLOCKED);
    assertThat(
            fates(
                iptables(
                    "filter",
                    "DROP",
                    "-A OUTPUT -j MINE\n-A MINE -d 10.0.0.1 -j RETURN\n-A MINE -p tcp -j ACCEPT")))
        .containsOnly(Fate.PASSES);
    assertThat(fates(iptables("filter", "ACCEPT", "-A OUTPUT -j MINE\n-A MINE -j OUTPUT\n")))
        .containsOnly(Fate.PASSES);
    assertThat(FirewallRules.iptables("/r", "*nat\n:OUTPUT DROP [0:0]\nCOMMIT\n")).isEmpty();
  }

  @Test
  void followTheDirectRulesOfFirewalld() {
    String own =
        OWN.lines()
            .map(line -> "<passthrough ipv=\"ipv4\">-t security " + line + "</passthrough>\n")
            .reduce("", String::concat);
    assertThat(fates(FirewallRules.firewalld("/d", "<direct>\n" + own + "</direct>")))
        .containsExactly(Fate.PASSES, Fate.PASSES);
    List<FirewallGate> gates =
        FirewallRules.firewalld(
            "/d",
            """
            <direct>
              <rule ipv="ipv4" table="filter" chain="OUTPUT">-d 168.63.129.16 -j DROP</rule>
            </direct>
            """);
    assertThat(fates(gates)).containsOnly(Fate.BLOCKED);
    assertThat(gates.get(0).line()).isEqualTo(2);
    assertThat(gates.get(0).table()).isEqualTo("filter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip daddr 168.63.129.16 drop | BLOCKED",
        "ip daddr { 10.0.0.1, 168.63.129.16 } tcp dport { 80, 443 } counter packets 0 bytes 0 drop"
            + " | BLOCKED",
        "ip daddr 168.63.129.16 meta skuid != 0 drop | PASSES",
        "ip daddr 168.63.129.16 meta skuid 0 counter accept | PASSES",
        "ip daddr 168.63.129.16 ct state invalid,new drop | BLOCKED",
        "tcp dport 443 drop | PASSES",
        "ip6 daddr ::1 drop | PASSES",
        "oifname \"lo\" drop | PASSES",
        "oifname \"eth1\" drop | UNKNOWN",
        "log prefix \"x\" reject | BLOCKED",
        "log prefix \"#1; drop\" accept comment \"# drop\" | PASSES",
        "log prefix \"#1; accept\" drop | BLOCKED",
        "# ip daddr 168.63.129.16 drop | PASSES",
        "ip daddr @blocked drop | UNKNOWN",
        "ip daddr $UNSEEN drop | UNKNOWN",
        "ip daddr 168.63.129.0-168.63.129.255 drop | BLOCKED",
        "ct state established, related drop | PASSES",
        "ct state vmap { established : accept, related : accept, invalid : drop } | PASSES",
        "ct state vmap { established : accept, new : drop } | BLOCKED",
        "tcp dport vmap { 80 : drop } | UNKNOWN",
        "tcp sport 22 drop | PASSES",
        "meta skuid 0-999 drop | BLOCKED",
        "tcp dport @closed drop | UNKNOWN",
        "xt match \"owner\" drop | UNKNOWN",
        "queue num 1 | UNKNOWN",
      })
  void followRulesOfNft(String rule, Fate fate) {
    String text =
        "table inet filter {\n"
            + "  chain out {\n"
            + "    type filter hook output priority 0; policy accept;\n"
            + ("    "
                + rule
                + "\n  }\n  chain input {\n    type filter hook input priority 0;\n"
                + "    drop\n  }\n}\n");
    List<FirewallGate> gates = FirewallRules.nft("/n", text);
    assertThat(gates).hasSize(2);
    assertThat(gates.get(0).fate()).isEqualTo(fate);
  }

  @Test
  void seeAPolicyOfNft() {
    assertThat(
            fates(
                FirewallRules.nft(
                    "/n",
                    """
                    table ip t {
                      chain o {
                        type filter hook output priority 0; policy drop;
                        jump more
                      }
                      chain more {
                        ip daddr 10.0.0.1 accept
                      }
                    }
                    """)))
        .containsExactly(Fate.BLOCKED, Fate.BLOCKED);
    assertThat(FirewallRules.nft("/n", "table ip6 t {\n chain o {\n drop\n }\n}\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-A OUTPUT -j ACCEPT~-I OUTPUT -j DROP | BLOCKED",
        "-A OUTPUT -j DROP~-I OUTPUT -j ACCEPT | PASSES",
        "-A OUTPUT -j ACCEPT~-I OUTPUT 1 -j DROP | BLOCKED",
        "-A OUTPUT -m set --match-set x dst -j RETURN~-A OUTPUT -j DROP | UNKNOWN",
        "-A A -j DROP~-A OUTPUT -j A~-A OUTPUT -j ACCEPT | BLOCKED",
        "-A A -j RETURN~-A OUTPUT -j A~-A OUTPUT -j DROP | BLOCKED",
        "-A B -j DROP~-A A -j B~-A OUTPUT -p udp -j A~-A OUTPUT -j A | BLOCKED",
        "-A A -j DROP~-A OUTPUT -m set --match-set x dst -j A~-A OUTPUT -j ACCEPT | UNKNOWN",
        "-A OUTPUT -j NFQUEUE | UNKNOWN",
        "-D OUTPUT -j DROP | PASSES"
      })
  void followTheOrderOfTheRules(String rules, Fate fate) {
    assertThat(fates(iptables("filter", "ACCEPT", rules.replace('~', '\n')))).containsOnly(fate);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<rule ipv=\"ipv4\" chain=\"OUTPUT\">-j DROP</rule> | filter | BLOCKED",
        "<rule ipv=\"ipv4\" table=\"mangle\" chain=\"OUTPUT\">-j DROP</rule> | mangle | BLOCKED",
        "<passthrough ipv=\"ipv4\">-I OUTPUT -j DROP</passthrough> | filter | BLOCKED",
        "<passthrough ipv=\"ipv4\">-t raw -A OUTPUT -j DROP</passthrough> | raw | BLOCKED",
        "<passthrough ipv=\"ipv4\">-A OUTPUT -j DROP -t raw</passthrough> | raw | BLOCKED"
      })
  void readDirectRules(String rule, String table, Fate fate) {
    List<FirewallGate> gates = FirewallRules.firewalld("/d", "<direct>\n" + rule + "\n</direct>");

    assertThat(gates).isNotEmpty().allMatch(gate -> gate.line() == 2 && gate.fate() == fate);
    assertThat(gates).extracting(FirewallGate::table).containsOnly(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rule ipv=\"ipv6\" chain=\"OUTPUT\">-j DROP</rule>",
        "<rule ipv=\"ipv4\" chain=\"OUTPUT\">-j DROP",
        "<passthrough ipv=\"ipv4\">-D OUTPUT -j DROP</passthrough>",
        "<passthrough ipv=\"ipv4\">-A</passthrough>",
        "<passthrough ipv=\"ipv4\">-t</passthrough>",
        "<chain ipv=\"ipv4\" table=\"filter\" chain=\"OUTPUT\"/>"
      })
  void readNoOtherDirectRules(String rule) {
    assertThat(FirewallRules.firewalld("/d", rule)).isEmpty();
  }

  @Test
  void replaceNamesThatAFileDefines() {
    String text =
        """
        define HOST = 168.63.129.16
        define ALL = { 10.0.0.1, $HOST }
        table inet f {
          chain o {
            type filter hook output priority filter; policy accept;
            ip daddr $ALL drop
          }
        }
        """;
    assertThat(fates(FirewallRules.nft("/n", text))).containsOnly(Fate.BLOCKED);
  }

  @Test
  void doNotFollowARuleOverSeveralLines() {
    String text =
        """
        table inet f {
          chain o {
            type filter hook output priority 0; policy drop;
            ip daddr {
              168.63.129.16
            } accept
          }
        }
        """;
    assertThat(fates(FirewallRules.nft("/n", text))).containsOnly(Fate.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"include \"/etc/nftables.d/*.nft\"", "add rule inet f o accept"})
  void doNotCallBlockedWhatOtherFilesMayOpen(String elsewhere) {
    String text =
        elsewhere
            + "\n"
            + "table inet f {\n"
            + " chain o {\n"
            + " type filter hook output priority 0; policy drop;\n"
            + "}\n"
            + "}";
    assertThat(fates(FirewallRules.nft("/n", text))).containsOnly(Fate.UNKNOWN);
  }

  @Test
  void takeManyChainsThatLeadToEachOtherInLittleTime() {
    StringBuilder rules = new StringBuilder();
    for (int chain = 0; chain < 30; chain++) {
      for (int i = 0; i < 50; i++) {
        rules.append("-A ").append(chain == 0 ? "OUTPUT" : "C" + chain);
        rules.append(" -j C").append(chain + 1).append('\n');
      }
    }
    assertThat(fates(iptables("filter", "ACCEPT", rules.toString()))).containsOnly(Fate.PASSES);
  }

  private static List<FirewallGate> iptables(String table, String policy, String rules) {
    return FirewallRules.iptables(
        "/r", "*" + table + "\n:OUTPUT " + policy + " [0:0]\n" + rules + "\nCOMMIT\n");
  }

  private static List<Fate> fates(List<FirewallGate> gates) {
    return gates.stream().map(FirewallGate::fate).toList();
  }
}
