package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.VssWriter;
import io.github.backupdiag.fact.guest.VssWriters;
import io.github.backupdiag.fact.guest.WindowsFacts;
import io.github.backupdiag.fact.guest.WindowsService;
import io.github.backupdiag.fact.guest.WindowsServiceFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import io.github.backupdiag.internal.service.ServiceDiagnostic;

/**
 * Cryptographic Services, which host System Writer, are disabled or stopped, and the writer does
 * not stand in the list (in-box VSS writers, Win32 documentation; KB2009272). A code about writers
 * has to agree.
 */
public final class SystemWriterHostStopped extends ServiceDiagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.system-writer-host-stopped", "system-writer-cannot-enumerate")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(
              WindowsFacts.VSS_WRITERS,
              BackupFacts.MATCHES,
              BackupFacts.SEEN_CODES,
              BackupFacts.WINDOW,
              GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.vss.writers");

  /** Made by {@code ServiceLoader}. */
  public SystemWriterHostStopped() {
    super(DESCRIPTOR, "CryptSvc");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    if (!(service.isDisabled() || service.isStopped()) || answers(facts)) {
      return noFinding();
    }
    return suggested(
        evidence(facts, service, service.isDisabled() ? "disabled" : "stopped"),
        AgreeingCodes.in(facts, Writers.CODES::contains));
  }

  private static boolean answers(Facts facts) {
    VssWriters writers = facts.value(WindowsFacts.VSS_WRITERS);
    return writers != null
        && writers.writers().stream()
            .map(VssWriter::writerId)
            .anyMatch(SystemWriterCannotEnumerate.WRITER::equals);
  }
}
