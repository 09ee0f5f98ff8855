package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.AgentProxies;
import io.github.backupdiag.fact.guest.AgentProxies.Kind;
import io.github.backupdiag.fact.guest.AgentProxies.Setting;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A proxy is set for the agent, and the host address is not among its exceptions
 * (guest.linux.conf.http-proxy, which only suggests: many proxies let it through).
 */
public final class ProxyMisconfigured implements Diagnostic {

  private static final Agreement AGREEMENT =
      new Agreement(
          Set.of(
              "ext-presnapshot-wrong-wire",
              "ext-presnapshot-parse",
              "ext-deserialize",
              "ext-http-failed",
              "wa-vmsettings-etag"),
          Set.of("ExtensionSnapshotFailedNoNetwork", "VMSnapshotLinux.hostStatusCode.555"));

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.proxy-misconfigured", "proxy-misconfigured")
          .needs(NetworkFacts.AGENT_PROXIES)
          .helpful(Agreement.readsWith(GuestFacts.OS))
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.conf.http-proxy");

  /** Made by {@code ServiceLoader}. */
  public ProxyMisconfigured() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentProxies proxies = facts.value(NetworkFacts.AGENT_PROXIES);
    if (proxies == null) {
      return Verdict.inconclusive(Phrase.of("because.proxy-misconfigured.not-read"))
          .missing(NetworkFacts.AGENT_PROXIES);
    }
    List<Evidence> set = new ArrayList<>();
    List<Evidence> exceptions = new ArrayList<>();
    for (Setting setting : proxies.settings()) {
      if (setting.kind() != Kind.EXCEPTIONS) {
        set.add(evidence(setting, "set"));
      } else if (excepts(setting.value())) {
        exceptions.add(evidence(setting, "excepted"));
      }
    }
    if (set.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(NetworkFacts.AGENT_PROXIES, Phrase.of("evidence.proxy-misconfigured.none")));
    }
    return exceptions.isEmpty()
        ? suspected(set, facts)
        : Verdict.inconclusive(Phrase.of("because.proxy-misconfigured.excepted"));
  }

  private static Verdict suspected(List<Evidence> set, Facts facts) {
    List<Evidence> agreeing = AGREEMENT.in(facts);
    if (agreeing.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.proxy-misconfigured.no-agreement"))
          .hinting(set);
    }
    List<Evidence> all = new ArrayList<>(set);
    all.addAll(agreeing);
    return Ways.withArguments(Verdict.likely(When.NOW, all.toArray(Evidence[]::new)), facts);
  }

  /** The agent knows addresses and networks, other programs the star (WALinuxAgent restutil.py). */
  private static boolean excepts(String hosts) {
    for (String host : hosts.split("[,\\s]+", -1)) {
      if (host.equals("*") || host.equals(HostEndpoint.ADDRESS) || isNetworkOfHost(host)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNetworkOfHost(String network) {
    String[] parts = network.split("[./]", -1);
    if (parts.length != 5 || network.indexOf('/') < 0) {
      return false;
    }
    long address = 0;
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Character::isDigit)) {
        return false;
      }
    }
    for (int i = 0; i < 4; i++) {
      address = address << 8 | Integer.parseInt(parts[i]);
    }
    int ignored = Math.max(0, 32 - Integer.parseInt(parts[4]));
    return address >> ignored == Ways.HOST >> ignored;
  }

  private static Evidence evidence(Setting setting, String what) {
    return Evidence.of(
            NetworkFacts.AGENT_PROXIES, Phrase.of("evidence.proxy-misconfigured." + what))
        .withExcerpt(setting.name() + "=" + setting.value())
        .withPlace(setting.path(), setting.line());
  }
}
