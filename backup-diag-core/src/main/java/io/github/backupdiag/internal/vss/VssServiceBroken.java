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
 * The Volume Shadow Copy service is disabled (guest.windows.service.vss). Automatic or on demand is
 * right, and stopped is normal: it ends by itself when nobody uses it.
 */
public final class VssServiceBroken extends ServiceDiagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.vss-service-broken", "vss-service-broken")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.service.vss");

  /** Made by {@code ServiceLoader}. */
  public VssServiceBroken() {
    super(DESCRIPTOR, "VSS");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (service.isDisabled()) {
      return Verdict.certain(When.NOW, evidence(facts, service, "disabled"));
    }
    boolean atRest = service.isStopped() || service.isRunning();
    return service.start() != null && atRest
        ? Verdict.ruledOut(When.NOW, evidence(facts, service, "enabled"))
        : noFinding();
  }
}
