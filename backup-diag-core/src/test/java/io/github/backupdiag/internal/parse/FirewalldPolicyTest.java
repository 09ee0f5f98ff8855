package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewalldPolicyTest {

  private static final String OUT = "<ingress-zone name=\"HOST\"/><egress-zone name=\"ANY\"/>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP | '' | BLOCKED",
        "REJECT | <service name=\"dns\"/> | UNKNOWN",
        "DROP | <port port=\"443\" protocol=\"tcp\"/> | BLOCKED",
        "DROP | <port port=\"80\" protocol=\"tcp\"/> | PASSES",
        "DROP | <service name=\"http\"/> | PASSES",
        "DROP | <rule family=\"ipv4\"><destination address=\"168.63.129.16\"/><accept/></rule>"
            + " | PASSES",
        "DROP | <rule family=\"ipv6\"><accept/></rule> | BLOCKED",
        "DROP | <rule priority=\"-5\"><accept/></rule> | UNKNOWN",
        "ACCEPT | <rule family=\"ipv4\"><destination address=\"168.63.0.0/16\"/><drop/></rule>"
            + " | BLOCKED",
        "CONTINUE | <rule><destination address=\"10.0.0.0/8\"/><reject/></rule> | PASSES",
        "CONTINUE | <rule><destination ipset=\"bad\"/><drop/></rule> | UNKNOWN",
        "CONTINUE | <rule><source address=\"10.0.0.4\"/><drop/></rule> | UNKNOWN",
        "CONTINUE | <!-- <rule><drop/></rule> --> | PASSES",
        "CONTINUE | <rule><destination address=\"168.63.129.16\" invert=\"true\"/><drop/></rule>"
            + " | PASSES",
      })
  void followsPort80(String target, String content, Fate fate) {
    assertThat(follow(target, OUT + content).get(0).fate()).isEqualTo(fate);
  }

  @Test
  void isOnlyAboutWhatLeavesTheMachine() {
    assertThat(follow("DROP", "<ingress-zone name=\"public\"/><egress-zone name=\"HOST\"/>"))
        .isEmpty();
    assertThat(follow("DROP", "<ingress-zone name=\"HOST\"/><egress-zone name=\"dmz\"/>"))
        .extracting(FirewallGate::fate)
        .containsOnly(Fate.UNKNOWN);
  }

  @Test
  void namesTheLine() {
    String text =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- made
             by hand -->
        <policy target="CONTINUE">
          <ingress-zone name="HOST"/>
          <egress-zone name="ANY"/>
          <rule family="ipv4">
            <destination address="168.63.129.16"/>
            <drop/>
          </rule>
        </policy>
        """;
    List<FirewallGate> gates = FirewalldPolicy.follow("/p", text);
    assertThat(gates).extracting(FirewallGate::line).containsExactly(7, 7);
    assertThat(gates).extracting(FirewallGate::port).containsExactly(80, 32526);
  }

  @Property(tries = 300)
  void takesAnyText(@ForAll String text) {
    assertThat(follow("DROP", OUT + text.replaceAll("[<>]", ""))).hasSize(2);
    assertThat(FirewalldPolicy.follow("/p", text)).isEmpty();
  }

  private static List<FirewallGate> follow(String target, String content) {
    return FirewalldPolicy.follow(
        "/p", "<policy target=\"" + target + "\">" + content + "</policy>");
  }
}
