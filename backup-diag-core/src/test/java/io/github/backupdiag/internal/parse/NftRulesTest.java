package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How nft files are taken apart; what the rules mean is in FirewallRulesTest. */
class NftRulesTest {

  private static final String DROP = "ip daddr 168.63.129.16 drop";

  @Test
  void namesTheLineAndTheTableOfTheRule() {
    List<FirewallGate> gates =
        gates(
            "table ip filter {\n  chain out {\n    type filter hook output;\n    "
                + DROP
                + "\n}\n}");

    assertThat(gates).hasSize(1);
    assertThat(gates.get(0).line()).isEqualTo(4);
    assertThat(gates.get(0).table()).isEqualTo("filter");
    assertThat(gates.get(0).rule()).isEqualTo(DROP);
    assertThat(gates.get(0).fate()).isEqualTo(Fate.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table ip f {", "table inet f {", "table f {"})
  void followsTablesOfAddressesOfFourNumbers(String table) {
    assertThat(gates(table + "\n" + chain(DROP) + "}"))
        .singleElement()
        .matches(gate -> gate.fate() == Fate.BLOCKED && gate.table().equals("f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"table ip6 f {", "table bridge f {", "table arp f {", "table ip6 {", "table"})
  void leavesOtherTablesAlone(String table) {
    assertThat(gates(table + "\n" + chain(DROP) + "}")).isEmpty();
  }

  @Test
  void readsOneTableAfterTheOther() {
    List<FirewallGate> gates =
        gates(
            "table ip a {\n"
                + chain(DROP)
                + "}\ntable ip b {\n"
                + chain("accept")
                + "}\n"
                + "table ip6 c {\n"
                + chain(DROP)
                + "}\n");

    assertThat(gates).extracting(FirewallGate::table).containsExactly("a", "b");
    assertThat(gates).extracting(FirewallGate::fate).containsExactly(Fate.BLOCKED, Fate.PASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type filter hook input priority 0;",
        "type nat hook output priority 0;",
        "type filter hook",
        "type filter output;",
        "hook output;"
      })
  void asksOnlyFiltersOfWhatGoesOut(String head) {
    assertThat(gates("table ip f {\nchain o {\n" + head + "\n" + DROP + "\n}\n}")).isEmpty();
  }

  @Test
  void takesThePolicyWhereNoRuleDecides() {
    String chain = "chain o { type filter hook output priority 0; policy drop;\n}\n";
    String lines = "chain o {\ntype filter hook output priority 0; policy drop;\n}\n";

    assertThat(gates("table ip f {\n" + lines + "}"))
        .extracting(FirewallGate::fate)
        .containsExactly(Fate.BLOCKED);
    assertThat(gates("table ip f {\n" + chain.replace("drop", "accept") + "}")).isEmpty();
  }

  @Test
  void passesWithAPolicyThatIsCutOff() {
    assertThat(gates("table ip f {\nchain o {\ntype filter hook output;\npolicy\n}\n}"))
        .extracting(FirewallGate::fate)
        .containsExactly(Fate.PASSES);
  }

  @Test
  void putsInTheValuesOfNames() {
    String define = "define HOST = 168.63.129.16\n";

    assertThat(fates(define + rule("ip daddr $HOST drop"))).containsExactly(Fate.BLOCKED);
    assertThat(fates("re" + define + rule("ip daddr $HOST drop"))).containsExactly(Fate.BLOCKED);
    assertThat(fates(define.replace("16\n", "17\n") + rule("ip daddr $HOST drop")))
        .containsExactly(Fate.PASSES);
    assertThat(fates(rule("ip daddr $HOST drop"))).containsExactly(Fate.UNKNOWN);
  }

  @Test
  void takesNoValueThatIsNoneOrVeryLong() {
    String rule = rule("ip daddr $HOST drop");

    assertThat(fates("define HOST =\n" + rule)).containsExactly(Fate.UNKNOWN);
    assertThat(fates("define HOST 168.63.129.16\n" + rule)).containsExactly(Fate.UNKNOWN);
    String longest = "{ " + "168.63.129.16, ".repeat(65) + "1.1.1.1 }";
    assertThat(longest).hasSizeLessThanOrEqualTo(1000);
    assertThat(fates("define HOST = " + longest + "\n" + rule)).containsExactly(Fate.BLOCKED);
    assertThat(
            fates(
                "define HOST = "
                    + " ".repeat(9)
                    + "{"
                    + longest.replace(",", " , ")
                    + "}\n"
                    + rule))
        .containsExactly(Fate.UNKNOWN);
  }

  @Test
  void leavesAStatementWithVeryManyNamesAsItIs() {
    String define = "define P = 80\ndefine H = 168.63.129.16\n";
    String many = String.join(", ", java.util.Collections.nCopies(49, "$P"));

    assertThat(fates(define + rule("ip daddr $H tcp dport { " + many + " } drop")))
        .containsExactly(Fate.BLOCKED);
    assertThat(fates(define + rule("ip daddr $H tcp dport { " + many + ", $P } drop")))
        .containsExactly(Fate.UNKNOWN);
  }

  @Test
  void doubtsWhatFollowsARuleOverSeveralLines() {
    assertThat(fates(rule("tcp dport { 80,\n443 } accept\n" + DROP))).containsExactly(Fate.UNKNOWN);
    assertThat(fates(rule("tcp dport { 81, 443 } accept\n" + DROP))).containsExactly(Fate.BLOCKED);
  }

  @Test
  void readsStatementsOfALineAndNoComment() {
    assertThat(fates(rule("tcp dport 81 accept; " + DROP))).containsExactly(Fate.BLOCKED);
    assertThat(fates(rule("# " + DROP))).containsExactly(Fate.PASSES);
    assertThat(fates(rule("ip daddr 168.63.129.16 log prefix \"a;b # c\" drop")))
        .containsExactly(Fate.BLOCKED);
  }

  private static String rule(String rule) {
    return "table ip f {\n" + chain(rule) + "}\n";
  }

  private static String chain(String rule) {
    return "chain o {\ntype filter hook output priority 0;\n" + rule + "\n}\n";
  }

  private static List<Fate> fates(String text) {
    return gates(text).stream().map(FirewallGate::fate).toList();
  }

  private static List<FirewallGate> gates(String text) {
    return NftRules.gates("/etc/nftables.conf", text, 80);
  }
}
