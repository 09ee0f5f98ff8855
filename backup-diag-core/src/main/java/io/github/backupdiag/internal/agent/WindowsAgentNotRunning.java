package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.service.ServiceDiagnostic;

/**
 * One of the two services of the agent is disabled or stopped (guest.windows.agent.service). A
 * service that is starting or stopping is neither. A stopped one is only likely to stay so, since
 * the agent also stops while it renews itself; one that is not set up is no agent at all.
 */
public final class WindowsAgentNotRunning extends ServiceDiagnostic {

  private static final String MAIN = "WindowsAzureGuestAgent";
  private static final String HELPER = "RdAgent";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.windows-agent-not-running", "guest-agent-not-running")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.agent.service");

  /** Made by {@code ServiceLoader}. */
  public WindowsAgentNotRunning() {
    super(DESCRIPTOR, MAIN);
  }

  @Override
  protected Verdict judge(WindowsService main, Facts facts) {
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    WindowsService helper = services == null ? null : services.service(HELPER).orElse(null);
    if (main.isDisabled() || (helper != null && helper.isDisabled())) {
      WindowsService disabled = main.isDisabled() || helper == null ? main : helper;
      return Verdict.certain(When.NOW, evidence(facts, disabled, "disabled"));
    }
    if (main.isStopped() || (helper != null && helper.isStopped())) {
      WindowsService stopped = main.isStopped() || helper == null ? main : helper;
      return Verdict.likely(When.NOW, evidence(facts, stopped, "stopped"));
    }
    return main.isRunning() && helper != null && helper.isRunning()
        ? Verdict.ruledOut(
            When.NOW, evidence(facts, main, "running"), evidence(facts, helper, "running"))
        : noFinding();
  }
}
