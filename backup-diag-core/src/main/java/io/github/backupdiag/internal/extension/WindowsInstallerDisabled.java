package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import java.util.Set;

/**
 * Windows Installer is disabled, so that the C++ run-time cannot be installed
 * (guest.windows.reg.msiserver-start). It only suggests, since the run-time may be there already: a
 * code of the failure has to agree.
 */
public final class WindowsInstallerDisabled extends ServiceDiagnostic {

  private static final Set<String> CODES =
      Set.of(
          "ExtensionVCRedistInstallationFailure",
          "ExtensionInstallationFailure",
          "VMRestorePointClientError.VcRedist");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.windows-installer-disabled", "vc-redist-install-blocked")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.reg.msiserver-start");

  /** Made by {@code ServiceLoader}. */
  public WindowsInstallerDisabled() {
    super(DESCRIPTOR, "msiserver");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    return service.isDisabled()
        ? suggested(evidence(facts, service, "disabled"), AgreeingCodes.in(facts, CODES::contains))
        : noFinding();
  }
}
