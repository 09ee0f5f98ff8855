package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
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
 * The SQL writer does not run as Local System, so that it may lack its rights in SQL Server
 * (guest.windows.service.sqlwriter). It only suggests, since an administrator can grant them to
 * another account. Whether Local System lost its role takes a login to SQL Server to see.
 */
public final class SqlWriterLacksRights extends ServiceDiagnostic {

  private static final Set<String> CODES = Set.of("ExtensionFailedVssWriterInBadState");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.vss.sql-writer-lacks-rights", "sql-writer-lacks-rights")
          .needs(WindowsServiceFacts.SERVICES)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW, GuestFacts.OS)
          .on(GuestOs.Family.WINDOWS)
          .corroborating()
          .checks("guest.windows.service.sqlwriter");

  /** Made by {@code ServiceLoader}. */
  public SqlWriterLacksRights() {
    super(DESCRIPTOR, "SQLWriter");
  }

  @Override
  protected Verdict judge(WindowsService service, Facts facts) {
    ServiceAccount account = service.runsAs();
    return account == ServiceAccount.LOCAL_SYSTEM || account == ServiceAccount.UNKNOWN
        ? noFinding()
        : suggested(evidence(facts, service, "account"), AgreeingCodes.in(facts, CODES::contains));
  }
}
