package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.service.ServiceDiagnostic;

/**
 * The COM+ Event System is disabled or stopped, so that no writer answers
 * (guest.windows.service.eventsystem). It runs, unless writers are missing all the same.
 */
public final class ComEventSystemBroken extends ServiceDiagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.com-event-system-broken", "com-event-system-broken")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(WindowsFacts.VSS_WRITERS, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.service.eventsystem", "guest.windows.vss.writers");

  /** Made by {@code ServiceLoader}. */
  public ComEventSystemBroken() {
    super(DESCRIPTOR, "EventSystem");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (service.isDisabled() || service.isStopped()) {
      String what = service.isDisabled() ? "disabled" : "stopped";
      return Verdict.certain(When.NOW, evidence(facts, service, what));
    }
    VssWriters writers = facts.value(WindowsFacts.VSS_WRITERS);
    boolean answered = writers != null && writers.whole() && !writers.writers().isEmpty();
    return service.isRunning() && answered
        ? Verdict.ruledOut(When.NOW, evidence(facts, service, "running"))
        : noFinding();
  }
}
