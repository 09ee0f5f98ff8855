package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import io.github.backupdiag.internal.system.WindowsTraces;

/**
 * The service of the agent stands in its end (guest.windows.agent.service). Each service does for a
 * moment when it is stopped, so a code of a silent agent or a line of its own log has to agree.
 */
public final class GuestAgentStuckStopping extends ServiceDiagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
              "UserErrorGuestAgentStatusUnavailable",
              "GuestAgentSnapshotTaskStatusError",
              "LegacyVmAgentNotResponsive",
              "VMAgentStatusCommunicationError")
          .lines("wg-stop-failed");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-stuck-stopping", "guest-agent-stuck-stopping")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(WindowsTraces.readsWith(GuestFacts.OS))
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.agent.service");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentStuckStopping() {
    super(DESCRIPTOR, "WindowsAzureGuestAgent");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (service.isStopping()) {
      return TRACES.judge(facts, evidence(facts, service, "stopping"));
    }
    return service.isRunning()
        ? Verdict.ruledOut(When.NOW, evidence(facts, service, "running"))
        : noFinding();
  }
}
