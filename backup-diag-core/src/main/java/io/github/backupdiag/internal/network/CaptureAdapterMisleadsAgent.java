package io.github.backupdiag.internal.network;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsNetworkFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * A loopback adapter of a capture program is there, and the agent looked for the host on it
 * (guest.windows.network.adapters, which only suggests: the adapter is normal beside Wireshark).
 */
public final class CaptureAdapterMisleadsAgent implements Diagnostic {

  /** Codes do not tell this cause from others: only a line about the adapter convicts. */
  private static final WindowsTraces TRACES = WindowsTraces.codes().lines("wg-npcap-none");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.network.capture-adapter-misleads-agent", "capture-adapter-misleads-agent")
          .needs(WindowsNetworkFacts.CAPTURE_ADAPTERS)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.network.adapters");

  /** Made by {@code ServiceLoader}. */
  public CaptureAdapterMisleadsAgent() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<String> adapters = facts.value(WindowsNetworkFacts.CAPTURE_ADAPTERS);
    if (adapters == null) {
      return WindowsTraces.notSeen(WindowsNetworkFacts.CAPTURE_ADAPTERS);
    }
    if (adapters.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              WindowsNetworkFacts.CAPTURE_ADAPTERS,
              Phrase.of("evidence.capture-adapter-misleads-agent.none")));
    }
    return TRACES.judge(
        facts,
        Evidence.of(
                WindowsNetworkFacts.CAPTURE_ADAPTERS,
                Phrase.of("evidence.capture-adapter-misleads-agent.adapter"))
            .withPlace(adapters.get(0), 0));
  }
}
