package org.example.customrule;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestOs;

/** The lock is held; if it is older than the failed job, it was held then, too. */
public final class MaintenanceLockHeld implements Diagnostic {

  /** Made by {@code ServiceLoader}. */
  public MaintenanceLockHeld() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DiagnosticDescriptor.of("corp.maintenance-lock-held", "corp.maintenance-lock")
        .needs(MaintenanceLock.KEY)
        .helpful(BackupFacts.WINDOW)
        .checks("guest.corp.maintenance-lock")
        .on(GuestOs.Family.LINUX);
  }

  @Override
  public Verdict diagnose(Facts facts) {
    MaintenanceLock lock = facts.value(MaintenanceLock.KEY);
    if (lock == null) {
      return Verdict.ruledOut(When.NOW, seen("evidence.corp.no-maintenance-lock"));
    }
    JobWindow job = facts.value(BackupFacts.WINDOW);
    boolean before = job != null && lock.since() != null && lock.since().isBefore(job.start());
    return Verdict.certain(
            before ? When.AT_FAILURE : When.NOW,
            seen("evidence.corp.maintenance-lock", "owner", lock.owner()).withTime(lock.since()))
        .with("owner", lock.owner());
  }

  private static Evidence seen(String phrase, String... values) {
    return Evidence.of(MaintenanceLock.KEY, Phrase.of(phrase, values))
        .withPlace(MaintenanceLockProbe.PATH, 0);
  }
}
