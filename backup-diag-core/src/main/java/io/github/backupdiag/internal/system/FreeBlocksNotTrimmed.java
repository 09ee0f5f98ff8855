package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsVssFacts;
import io.github.backupdiag.internal.event.AgreeingCodes;
import java.util.ArrayList;
import java.util.List;

/**
 * Windows does not tell the disk which blocks became free (guest.windows.trim), so that backups
 * carry what was deleted long ago. That only matters where the backup was slow.
 */
public final class FreeBlocksNotTrimmed implements Diagnostic {

  private static final String SLOW = "AzureIaaSVMBackupPerfMoreBackupQueueTime";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.free-blocks-not-trimmed", "free-blocks-not-trimmed")
          .needs(WindowsVssFacts.TRIM_SWITCHED_OFF)
          .helpful(BackupFacts.MATCHES, BackupFacts.SEEN_CODES, BackupFacts.WINDOW)
          .on(GuestOs.Family.WINDOWS)
          .checks("guest.windows.trim");

  /** Made by {@code ServiceLoader}. */
  public FreeBlocksNotTrimmed() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    Long off = facts.value(WindowsVssFacts.TRIM_SWITCHED_OFF);
    if (off == null) {
      return Verdict.inconclusive(Phrase.of("because.free-blocks-not-trimmed.not-seen"));
    }
    if (off == 0) {
      return Verdict.ruledOut(When.NOW, evidence("on"));
    }
    List<Evidence> found = new ArrayList<>(List.of(evidence("off")));
    List<Evidence> codes = AgreeingCodes.in(facts, SLOW::equals);
    found.addAll(codes);
    return codes.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.free-blocks-not-trimmed.alone")).hinting(found)
        : Verdict.likely(When.NOW, found.toArray(Evidence[]::new));
  }

  private static Evidence evidence(String state) {
    return Evidence.of(
        WindowsVssFacts.TRIM_SWITCHED_OFF, Phrase.of("evidence.free-blocks-not-trimmed." + state));
  }
}
