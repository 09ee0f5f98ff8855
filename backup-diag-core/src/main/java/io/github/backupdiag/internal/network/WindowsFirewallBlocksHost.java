package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.FirewallBlock;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HostEndpoint;
import io.github.backupdiag.fact.guest.NetworkFacts;
import io.github.backupdiag.fact.guest.WindowsEvent;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule of the Windows firewall blocks the way out to the host address, or the security log tells
 * that packets of the agent to it were stopped (guest.windows.network.firewall, which only
 * suggests). Where the address was asked itself and answered, a rule may still stop the agent
 * alone.
 */
public final class WindowsFirewallBlocksHost implements Diagnostic {

  private static final int MOST = 3;

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
          .helpful(
              WindowsTraces.readsWith(
                  WindowsNetworkFacts.FIREWALL_BLOCKS,
                  WindowsNetworkFacts.BLOCKED_PACKETS,
                  NetworkFacts.HOST_ENDPOINT))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .corroborating()
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
    List<Evidence> found = new ArrayList<>(packets(facts));
    if (blocks == null && found.isEmpty()) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.FIREWALL_BLOCKS);
    }
    if (blocks != null) {
      blocks.stream().limit(MOST).map(WindowsFirewallBlocksHost::block).forEach(found::add);
    }
    if (found.isEmpty()) {
      return Verdict.inconclusive(Phrase.of("because.windows-firewall-blocks-host.none"));
    }
    HostEndpoint host = facts.value(NetworkFacts.HOST_ENDPOINT);
    boolean answers = host != null && host.web().isAnswered() && host.plugin().isAnswered();
    return answers
        ? Verdict.inconclusive(Phrase.of("because.windows-firewall-blocks-host.answers"))
            .hinting(found)
        : TRACES.judge(facts, found);
  }

  /** Those of the failed job; without a job, what was found of the last day. */
  private static List<Evidence> packets(Facts facts) {
    List<WindowsEvent> packets = facts.value(WindowsNetworkFacts.BLOCKED_PACKETS);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return packets == null
        ? List.of()
        : packets.stream()
            .filter(packet -> window == null || window.contains(packet.time()))
            .limit(MOST)
            .map(WindowsFirewallBlocksHost::packet)
            .toList();
  }

  private static Evidence packet(WindowsEvent packet) {
    return Evidence.of(
            WindowsNetworkFacts.BLOCKED_PACKETS,
            Phrase.of(
                "evidence.windows-firewall-blocks-host.packet", "id", String.valueOf(packet.id())))
        .withExcerpt(packet.text())
        .withPlace(packet.source(), packet.line())
        .withTime(packet.time());
  }

  private static Evidence block(FirewallBlock block) {
    return Evidence.of(
            WindowsNetworkFacts.FIREWALL_BLOCKS,
            Phrase.of("evidence.windows-firewall-blocks-host.block"))
        .withExcerpt(block.text())
        .withPlace(block.key(), 0);
  }
}
