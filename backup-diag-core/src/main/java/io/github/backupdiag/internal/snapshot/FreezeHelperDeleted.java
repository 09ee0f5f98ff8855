package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.FreezeHelper;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.List;

/** One program of the extension is gone: somebody may have deleted more. */
public final class FreezeHelperDeleted implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.freeze-helper-deleted", "extension-files-deleted")
          .needs(SnapshotFacts.FREEZE_HELPER)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.freeze.helper-binary");

  /** Made by {@code ServiceLoader}. */
  public FreezeHelperDeleted() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    FreezeHelper helper = facts.value(SnapshotFacts.FREEZE_HELPER);
    if (helper == null || helper.present() || !helper.complete()) {
      return Verdict.notApplicable(Phrase.of("because.freeze-helper-deleted.there"));
    }
    return Verdict.inconclusive(Phrase.of("because.freeze-helper-deleted.gone"))
        .hinting(
            List.of(
                Evidence.of(
                        SnapshotFacts.FREEZE_HELPER,
                        Phrase.of("evidence.freeze-helper-missing.gone", "path", helper.path()))
                    .withPlace(helper.path(), 0)));
  }
}
