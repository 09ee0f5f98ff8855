package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the two services of the agent is disabled or stopped (guest.windows.agent.service). A
 * service that is starting or stopping is neither, nor one whose delayed start is yet to come, nor
 * one that wrote to its log minutes ago: the agent also stops while it renews itself. One that is
 * not set up is no agent at all.
 */
public final class WindowsAgentNotRunning extends ServiceDiagnostic {

  private static final String MAIN = "WindowsAzureGuestAgent";
  private static final String HELPER = "RdAgent";

  /** How long the agent may take to renew itself: our number, for "the last minutes". */
  private static final Duration RESTART = Duration.ofMinutes(10);

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.windows-agent-not-running", "guest-agent-not-running")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(WindowsFacts.AGENT_LOG, BackupFacts.REFERENCE_TIME, GuestFacts.OS)
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
      return mayStart(main, helper, facts)
          ? Verdict.inconclusive(Phrase.of("because.windows-agent-not-running.may-start"))
          : Verdict.likely(When.NOW, evidence(facts, stopped, "stopped"));
    }
    return main.isRunning() && helper != null && helper.isRunning()
        ? Verdict.ruledOut(
            When.NOW, evidence(facts, main, "running"), evidence(facts, helper, "running"))
        : noFinding();
  }

  private static boolean mayStart(
      WindowsService main, @Nullable WindowsService helper, Facts facts) {
    boolean yetToStart = main.isYetToStart() || (helper != null && helper.isYetToStart());
    LogEvents log = facts.value(WindowsFacts.AGENT_LOG);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    boolean lately =
        log != null
            && log.newest() != null
            && now != null
            && log.newest().isAfter(now.minus(RESTART));
    return yetToStart || lately;
  }
}
