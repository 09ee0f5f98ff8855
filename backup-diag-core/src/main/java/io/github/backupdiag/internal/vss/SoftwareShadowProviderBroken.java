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
 * The service of Microsoft's shadow copy provider is disabled (guest.windows.service.vss). On
 * demand and stopped is normal; whether its library is right is another rule's.
 */
public final class SoftwareShadowProviderBroken extends ServiceDiagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.software-shadow-provider-broken", "software-shadow-provider-broken")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.service.vss");

  /** Made by {@code ServiceLoader}. */
  public SoftwareShadowProviderBroken() {
    super(DESCRIPTOR, "swprv");
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
