package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.ServiceAccount;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.service.ServiceDiagnostic;
import java.util.Set;

/**
 * The Distributed Transaction Coordinator is disabled or does not run as Network Service
 * (guest.windows.service.msdtc). On demand and stopped is no fault. Either only suggests: a code of
 * the failure has to agree.
 */
public final class MsdtcBroken extends ServiceDiagnostic {

  private static final Set<String> CODES =
      Set.of(
          "ExtensionSnapshotFailedCOM",
          "ExtensionInstallationFailedCOM",
          "ExtensionInstallationFailedMDTC",
          "VMRestorePointClientError.Msdtc");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.msdtc-broken", "msdtc-broken")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.service.msdtc");

  /** Made by {@code ServiceLoader}. */
  public MsdtcBroken() {
    super(DESCRIPTOR, "MSDTC");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    ServiceAccount account = service.runsAs();
    boolean ofAnother =
        account != ServiceAccount.NETWORK_SERVICE && account != ServiceAccount.UNKNOWN;
    if (service.isDisabled() || ofAnother) {
      String what = service.isDisabled() ? "disabled" : "account";
      return suggested(evidence(facts, service, what), AgreeingCodes.in(facts, CODES::contains));
    }
    return service.isRunning() && account == ServiceAccount.NETWORK_SERVICE
        ? Verdict.ruledOut(When.NOW, evidence(facts, service, "account"))
        : noFinding();
  }
}
