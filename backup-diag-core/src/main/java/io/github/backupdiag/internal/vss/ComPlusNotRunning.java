package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.service.ServiceDiagnostic;

/**
 * The COM+ System Application is disabled (guest.windows.service.comsysapp). Stopped when nobody
 * uses it is normal; that it cannot start shows in events only.
 */
public final class ComPlusNotRunning extends ServiceDiagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.com-plus-not-running", "com-plus-not-running")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.service.comsysapp");

  /** Made by {@code ServiceLoader}. */
  public ComPlusNotRunning() {
    super(DESCRIPTOR, "COMSysApp");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (service.isDisabled()) {
      return Verdict.certain(When.NOW, evidence(facts, service, "disabled"));
    }
    return service.isRunning()
        ? Verdict.ruledOut(When.NOW, evidence(facts, service, "running"))
        : noFinding();
  }
}
