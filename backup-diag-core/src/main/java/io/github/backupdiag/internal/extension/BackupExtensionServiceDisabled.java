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
 * The provider service of the backup extension is disabled (guest.windows.service.iaasvmprovider).
 * It is there only after the first backup, and stopped is normal; automatic and on demand were both
 * seen. It only suggests: a code of the failure has to agree.
 */
public final class BackupExtensionServiceDisabled extends ServiceDiagnostic {

  private static final Set<String> CODES =
      Set.of(
          "ExtensionSnapshotFailedNoNetwork",
          "ExtensionOperationFailedForManagedDisks",
          "BackUpOperationFailed",
          "BackUpOperationFailedV2",
          "VMExtensionProvisioningError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.backup-extension-service-disabled", "backup-extension-cannot-load")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.windows.service.iaasvmprovider");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionServiceDisabled() {
    super(DESCRIPTOR, "IaaSVmProvider");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    return service.isDisabled()
        ? suggested(evidence(facts, service, "disabled"), AgreeingCodes.in(facts, CODES::contains))
        : noFinding();
  }
}
