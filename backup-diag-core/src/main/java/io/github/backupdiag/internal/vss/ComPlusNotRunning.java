package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.fact.guest.WindowsServices;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import java.util.Set;

/**
 * The COM+ System Application is disabled (guest.windows.service.comsysapp). Stopped when nobody
 * uses it is normal; that it cannot start shows in events, or in a service it depends on that is
 * disabled, for which a code of the failure has to agree.
 */
public final class ComPlusNotRunning extends ServiceDiagnostic {

  /** System Event Notification, without which it does not start. */
  private static final String NEEDED = "SENS";

  private static final Set<String> CODES =
      Set.of(
          "ExtensionSnapshotFailedCOM",
          "ExtensionInstallationFailedCOM",
          "VMRestorePointClientError.ComPlus");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.com-plus-not-running", "com-plus-not-running")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW, GuestFacts.OS)
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
    if (service.isRunning()) {
      return Verdict.ruledOut(When.NOW, evidence(facts, service, "running"));
    }
    WindowsServices services = facts.value(WindowsServiceFacts.SERVICES);
    WindowsService needed = services == null ? null : services.service(NEEDED).orElse(null);
    return needed != null && needed.isDisabled()
        ? suggested(evidence(facts, needed, "disabled"), AgreeingCodes.in(facts, CODES::contains))
        : noFinding();
  }
}
