package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import io.github.backupdiag.internal.system.WindowLines;
import java.util.ArrayList;
import java.util.List;

/**
 * The service that keeps keys is disabled, or stopped while the agent failed to reach it
 * (guest.windows.service.keyiso). On demand and stopped is normal without that line of the log.
 */
public final class CngKeyIsolationStopped extends ServiceDiagnostic {

  /** The agent cannot start its use of keys. */
  private static final String SIGNATURE = "wg-rdcrypt";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.cng-key-isolation-stopped", "cng-key-isolation-stopped")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(WindowsFacts.AGENT_LOG, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.service.keyiso");

  /** Made by {@code ServiceLoader}. */
  public CngKeyIsolationStopped() {
    super(DESCRIPTOR, "KeyIso");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (service.isDisabled()) {
      return Verdict.certain(When.NOW, evidence(facts, service, "disabled"));
    }
    if (service.isRunning()) {
      return Verdict.ruledOut(When.NOW, evidence(facts, service, "running"));
    }
    List<LogEvent> lines =
        WindowLines.in(WindowsFacts.AGENT_LOG, facts, event -> event.signature().equals(SIGNATURE));
    if (!service.isStopped() || lines.isEmpty()) {
      return noFinding();
    }
    List<Evidence> found = new ArrayList<>(List.of(evidence(facts, service, "stopped")));
    found.addAll(
        WindowLines.evidence(
            WindowsFacts.AGENT_LOG, lines, "evidence.cng-key-isolation-stopped.line"));
    return Verdict.likely(When.AT_FAILURE, found.toArray(Evidence[]::new));
  }
}
