package io.github.backupdiag.internal.network;

import static io.github.backupdiag.internal.rules.VerdictEvidence.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AgentProxies;
import io.github.backupdiag.fact.guest.AgentProxies.Kind;
import io.github.backupdiag.fact.guest.AgentProxies.Setting;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.internal.rules.Samples;
import io.github.backupdiag.testkit.DiagnosticTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyMisconfiguredTest {

  private static final String CODE = "ExtensionSnapshotFailedNoNetwork";

  private final DiagnosticTester rule = Seen.by(new ProxyMisconfigured());

  @Test
  void keepsItsContract() {
    with(Kind.CONFIGURED, "").checkContract();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CONFIGURED", "ENVIRONMENT", "ENVIRONMENT_HTTPS"})
  void confirmsAProxyWithACodeOrLineThatAgrees(Kind kind) {
    Seen.withCode(with(kind, ""), CODE)
        .expectConfirmed(When.NOW, Confidence.LIKELY)
        .withEvidence("/etc/a", 7);
    Seen.withExtensionLine(with(kind, ""), "ext-presnapshot-parse", Samples.NIGHT)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void takesAProxyAloneForAHint() {
    assertThat(evidence(with(Kind.CONFIGURED, "").expectInconclusive())).hasSize(1);
    Seen.withCode(with(Kind.CONFIGURED, ""), "GuestAgentSnapshotTaskStatusError")
        .expectInconclusive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "168.63.129.16",
        "localhost, 168.63.129.16",
        "*",
        "a 168.63.129.16",
        "168.63.0.0/16"
      })
  void doesNotBlameAProxyThatTheHostAddressGoesPast(String exceptions) {
    assertThat(
            evidence(Seen.withCode(with(Kind.ENVIRONMENT, exceptions), CODE).expectInconclusive()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "168.63.129.1",
        "10.0.0.0/8",
        "168.63.129.160",
        "1.2.3/8",
        "a.b.c.d/8",
        "/"
      })
  void knowsExceptionsThatDoNotHelp(String exceptions) {
    Seen.withCode(with(Kind.ENVIRONMENT, exceptions), CODE)
        .expectConfirmed(When.NOW, Confidence.LIKELY);
  }

  @Test
  void rulesOutWhereNoProxyIsSet() {
    Seen.withCode(rule, CODE)
        .given(NetworkFacts.AGENT_PROXIES, new AgentProxies(List.of(), false))
        .expectRuledOut(When.NOW);
  }

  @Test
  void saysNothingWhereNothingWasRead() {
    Seen.withCode(rule, CODE).givenAbsent(NetworkFacts.AGENT_PROXIES).expectInconclusive();
    Seen.withCode(rule, CODE).expectInconclusive();
  }

  private DiagnosticTester with(Kind kind, String exceptions) {
    Setting proxy = new Setting(kind, "http_proxy", "proxy:3128", "/etc/a", 7);
    Setting except = new Setting(Kind.EXCEPTIONS, "no_proxy", exceptions, "/etc/a", 8);
    return rule.given(NetworkFacts.AGENT_PROXIES, new AgentProxies(List.of(proxy, except), false));
  }
}
