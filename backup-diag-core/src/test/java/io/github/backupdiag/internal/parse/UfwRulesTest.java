package io.github.backupdiag.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.fact.guest.FirewallGate;
import io.github.backupdiag.fact.guest.FirewallGate.Fate;
import io.github.backupdiag.guestaccess.FileContent;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UfwRulesTest {

  private static final String BEFORE =
      """
      *filter
      :ufw-before-input - [0:0]
      :ufw-before-output - [0:0]
      -A ufw-before-output -o lo -j ACCEPT
      -A ufw-before-output -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
      COMMIT
      """;
  private static final String OPEN = "DEFAULT_OUTPUT_POLICY=\"ACCEPT\"\n";
  private static final String CLOSED = "IPV6=yes\nDEFAULT_OUTPUT_POLICY=\"DROP\"\n";

  @Test
  void letPassWhatAFreshUfwLetsPass() {
    assertThat(fates(follow(user(""), OPEN))).containsExactly(Fate.PASSES, Fate.PASSES);
  }

  @Test
  void seeARuleOfTheUser() {
    List<FirewallGate> gates =
        follow(user("-A ufw-user-output -p tcp --dport 80 -j REJECT\n"), OPEN);
    assertThat(fates(gates)).containsExactly(Fate.BLOCKED, Fate.PASSES);
    assertThat(gates.get(0).path()).isEqualTo("/etc/ufw/user.rules");
    assertThat(gates.get(0).line()).isEqualTo(3);
  }

  @Test
  void seeAClosedPolicyAndRulesThatOpenIt() {
    assertThat(fates(follow(user(""), CLOSED))).containsExactly(Fate.BLOCKED, Fate.BLOCKED);
    assertThat(follow(user(""), CLOSED).get(0).line()).isEqualTo(2);
    assertThat(fates(follow(user("-A ufw-user-output -d 168.63.129.16 -j ACCEPT\n"), CLOSED)))
        .containsExactly(Fate.PASSES, Fate.PASSES);
  }

  @Test
  void doNotCallBlockedWhereARuleFileIsHidden() {
    assertThat(fates(UfwRules.follow(file("before", BEFORE), null, null, file("d", CLOSED))))
        .containsOnly(Fate.UNKNOWN);
  }

  @Test
  void knowWhetherUfwIsOn() {
    assertThat(UfwRules.isEnabled("# ENABLED=yes\nENABLED=no\nLOGLEVEL=low\n")).isFalse();
    assertThat(UfwRules.isEnabled("ENABLED=yes\n")).isTrue();
    assertThat(UfwRules.isEnabled("")).isFalse();
  }

  @Property(tries = 200)
  void takeAnyText(@ForAll String one, @ForAll String other) {
    assertThat(UfwRules.follow(file("b", one), file("u", other), file("a", one), file("d", other)))
        .hasSize(2);
  }

  private static List<FirewallGate> follow(String user, String defaults) {
    return UfwRules.follow(
        file("/etc/ufw/before.rules", BEFORE),
        file("/etc/ufw/user.rules", user),
        null,
        file("/etc/default/ufw", defaults));
  }

  private static String user(String rules) {
    return "*filter\n:ufw-user-output - [0:0]\n" + rules + "COMMIT\n";
  }

  private static FileContent file(String path, String text) {
    return FileContent.of(path, text);
  }

  private static List<Fate> fates(List<FirewallGate> gates) {
    return gates.stream().map(FirewallGate::fate).toList();
  }
}
