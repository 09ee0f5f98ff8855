package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.PolicyRule;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRulesTest {

  private static final String RULES = "/etc/sysconfig/network-scripts/rule-eth0";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to 168.63.129.16/32 table 100",
        "from all to 168.63.0.0/16 lookup 7 priority 100",
        "pref 10 from 0.0.0.0/0 tab vpn",
        "from all to 168.63.129.16 unreachable",
        "blackhole to 168.63.129.16",
      })
  void findRulesThatTakeTheHostAddressElsewhere(String line) {
    assertThat(PolicyRules.lines(RULES, "# mine\n" + line + "\n"))
        .extracting(PolicyRule::line)
        .containsExactly(2);
    assertThat(PolicyRules.lines("/etc/network/interfaces", "  post-up ip rule add " + line))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from 10.0.0.5/32 table 100",
        "to 10.0.0.0/8 table 100",
        "from all lookup main",
        "from all to 168.63.129.16 lookup 254",
        "from all fwmark 0x1 lookup 100",
        "from all iif eth1 lookup 100",
        "# to 168.63.129.16 table 100",
        "",
      })
  void passOverOthers(String line) {
    assertThat(PolicyRules.lines(RULES, line)).isEmpty();
  }

  @Test
  void passOverCommandsThatAreNone() {
    assertThat(PolicyRules.lines("/etc/network/interfaces", "to 168.63.129.16 table 100\n"))
        .isEmpty();
  }

  @Test
  void readNetworkd() {
    String text =
        """
        [Match]
        Name=eth0
        [RoutingPolicyRule]
        From=10.0.0.5
        Table=100
        [RoutingPolicyRule]
        To=168.63.129.16/32
        Table=100
        Priority=5
        """;
    List<PolicyRule> rules = PolicyRules.networkd("/n", text);
    assertThat(rules).extracting(PolicyRule::line).containsExactly(6);
    assertThat(rules.get(0).rule()).contains("168.63.129.16/32", "table 100");
  }

  @Test
  void readKeyfiles() {
    String rule = "routing-rule1=priority 5 from 0.0.0.0/0 to 168.63.129.16/32 table 100\n";
    assertThat(PolicyRules.keyfile("/k", "[ipv4]\nmethod=auto\n" + rule)).hasSize(1);
    assertThat(PolicyRules.keyfile("/k", "[ipv6]\n" + rule)).isEmpty();
  }

  @Test
  void readNetplan() {
    String text =
        """
        network:
          ethernets:
            eth0:
              dhcp4: true
              routing-policy:
                - from: 10.0.0.5
                  table: 100
                - to: 168.63.129.16/32
                  table: 101
                  priority: 5
              routes:
                - to: 0.0.0.0/0
                  via: 10.0.0.1
                  table: 101
        """;
    List<PolicyRule> rules = PolicyRules.netplan("/p", text);
    assertThat(rules).extracting(PolicyRule::line).containsExactly(8);
    assertThat(PolicyRules.netplan("/p", "routing-policy:\n- to: 168.63.129.16\n  table: 9\n"))
        .hasSize(1);
  }

  @Property(tries = 200)
  void takeAnyText(@ForAll String text) {
    assertThat(PolicyRules.lines(RULES, text + "\nto 168.63.129.16 table 9")).isNotEmpty();
    assertThat(PolicyRules.networkd("/n", text)).isNotNull();
    assertThat(PolicyRules.keyfile("/k", text)).isNotNull();
    assertThat(PolicyRules.netplan("/p", text)).isNotNull();
  }
}
