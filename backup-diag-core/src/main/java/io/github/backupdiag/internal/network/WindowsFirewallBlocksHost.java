package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.FirewallBlock;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * A rule of the Windows firewall blocks the way out to the host address
 * (guest.windows.network.firewall, which only suggests).
 */
public final class WindowsFirewallBlocksHost implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
              "ExtensionSnapshotFailedNoNetwork",
              "UserErrorGuestAgentStatusUnavailable",
              "GuestAgentSnapshotTaskStatusError",
              "VMRestorePointClientError.NoNetwork")
          .lines(
              "wg-getversions-failed",
              "wg-hgap-versions",
              "wg-socket-forbidden",
              "wg-gaplugin-pinger",
              "wg-maxerror");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.network.windows-firewall-blocks-host", "host-endpoint-unreachable")
          .needs(WindowsNetworkFacts.FIREWALL_BLOCKS)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.network.firewall");

  /** Made by {@code ServiceLoader}. */
  public WindowsFirewallBlocksHost() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<FirewallBlock> blocks = facts.value(WindowsNetworkFacts.FIREWALL_BLOCKS);
    if (blocks == null) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.FIREWALL_BLOCKS);
    }
    return blocks.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.windows-firewall-blocks-host.none"))
        : TRACES.judge(
            facts, blocks.stream().limit(3).map(WindowsFirewallBlocksHost::block).toList());
  }

  private static Evidence block(FirewallBlock block) {
    return Evidence.of(
            WindowsNetworkFacts.FIREWALL_BLOCKS,
            Phrase.of("evidence.windows-firewall-blocks-host.block"))
        .withExcerpt(block.text())
        .withPlace(block.key(), 0);
  }
}
