package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsInterface;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * The interface with the default gateway has a fixed address, or the service that gets addresses is
 * disabled (guest.windows.network.dhcp, which only suggests: the agent falls back to the known host
 * address).
 */
public final class WindowsDhcpDisabled implements Diagnostic {

  /** Codes do not tell this cause from others: only a line about the missing address convicts. */
  private static final WindowsTraces TRACES =
      WindowsTraces.codes().lines("wg-fabric-none", "wg-dhcp-empty");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.network.windows-dhcp-disabled", "dhcp-disabled-in-guest")
          .needs(WindowsNetworkFacts.INTERFACES)
          .helpful(WindowsTraces.readsWith(WindowsServiceFacts.SERVICES))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.network.dhcp");

  /** Made by {@code ServiceLoader}. */
  public WindowsDhcpDisabled() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<WindowsInterface> interfaces = facts.value(WindowsNetworkFacts.INTERFACES);
    List<WindowsInterface> primary =
        interfaces == null
            ? List.of()
            : interfaces.stream().filter(one -> !one.gateways().isEmpty()).toList();
    if (primary.isEmpty()) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.INTERFACES);
    }
    for (WindowsInterface one : primary) {
      if (one.dhcp()) {
        return isServiceDisabled(facts)
            ? TRACES.judge(facts, evidence(one, "service"))
            : Verdict.ruledOut(When.NOW, evidence(one, "on"));
      }
    }
    return TRACES.judge(facts, evidence(primary.get(0), "off"));
  }

  private static boolean isServiceDisabled(Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    return services != null
        && services.service("Dhcp").filter(WindowsService::isDisabled).isPresent();
  }

  private static Evidence evidence(WindowsInterface one, String what) {
    return Evidence.of(
            WindowsNetworkFacts.INTERFACES,
            Phrase.of(
                "evidence.windows-dhcp-disabled." + what,
                "address",
                String.join(", ", one.addresses())))
        .withPlace(one.key(), 0);
  }
}
