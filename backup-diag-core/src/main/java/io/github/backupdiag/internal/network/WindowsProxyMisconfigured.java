package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsProxy;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * A proxy stands before the calls of the agent, and the host address does not go around it
 * (guest.windows.network.proxy-localsystem, which only suggests: many proxies let them through).
 */
public final class WindowsProxyMisconfigured implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes("ExtensionSnapshotFailedNoNetwork").lines("wg-407");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.windows-proxy-misconfigured", "proxy-misconfigured")
          .needs(WindowsNetworkFacts.PROXIES)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.network.proxy-localsystem");

  /** Made by {@code ServiceLoader}. */
  public WindowsProxyMisconfigured() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<WindowsProxy> proxies = facts.value(WindowsNetworkFacts.PROXIES);
    if (proxies == null) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.PROXIES);
    }
    if (proxies.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              WindowsNetworkFacts.PROXIES, Phrase.of("evidence.windows-proxy-misconfigured.none")));
    }
    List<Evidence> set =
        proxies.stream()
            .filter(proxy -> !excepts(proxy.bypass()))
            .map(WindowsProxyMisconfigured::set)
            .toList();
    return set.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.windows-proxy-misconfigured.excepted"))
        : TRACES.judge(facts, set);
  }

  /** Names of hosts, of which a star may stand for any part. */
  private static boolean excepts(String bypass) {
    for (String host : bypass.split("[;,\\s]+", -1)) {
      int star = host.indexOf('*');
      boolean wide =
          star >= 0
              && host.indexOf('*', star + 1) < 0
              && HostEndpoint.ADDRESS.startsWith(host.substring(0, star))
              && HostEndpoint.ADDRESS.endsWith(host.substring(star + 1));
      if (wide || host.equals(HostEndpoint.ADDRESS)) {
        return true;
      }
    }
    return false;
  }

  private static Evidence set(WindowsProxy proxy) {
    return Evidence.of(
            WindowsNetworkFacts.PROXIES, Phrase.of("evidence.windows-proxy-misconfigured.set"))
        .withExcerpt(proxy.server())
        .withPlace(proxy.place(), 0);
  }
}
