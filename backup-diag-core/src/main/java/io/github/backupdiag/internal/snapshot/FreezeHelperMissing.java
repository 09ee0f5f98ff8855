package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.FreezeHelper;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import java.util.List;

/**
 * The helper that freezes is gone from an extension that is otherwise there, or was built for
 * another machine (guest.linux.freeze.helper-binary).
 */
public final class FreezeHelperMissing implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.freeze-helper-missing", "freeze-helper-missing")
          .needs(SnapshotFacts.FREEZE_HELPER)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.freeze.helper-binary");

  /** Made by {@code ServiceLoader}. */
  public FreezeHelperMissing() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    FreezeHelper helper = facts.value(SnapshotFacts.FREEZE_HELPER);
    if (helper == null) {
      return Verdict.notApplicable(Phrase.of("because.freeze-helper-missing.no-extension"));
    }
    if (!helper.present()) {
      return helper.complete()
          ? Verdict.certain(When.NOW, helper(helper, "gone")).with("file", helper.path())
          : Verdict.inconclusive(Phrase.of("because.freeze-helper-missing.part"))
              .missing(SnapshotFacts.FREEZE_HELPER);
    }
    if (helper.isForeign()) {
      return Verdict.certain(
              When.NOW,
              Evidence.of(
                      SnapshotFacts.FREEZE_HELPER,
                      Phrase.of(
                          "evidence.freeze-helper-missing.foreign",
                          "helper",
                          String.valueOf(helper.architecture()),
                          "guest",
                          String.valueOf(helper.guest())))
                  .withPlace(helper.path(), 0))
          .with("file", helper.path());
    }
    Integer mode = helper.mode();
    return mode != null && (mode & 0111) == 0
        ? Verdict.inconclusive(Phrase.of("because.freeze-helper-missing.not-executable"))
            .hinting(
                List.of(
                    helper(helper, "not-executable")
                        .withExcerpt("mode " + Integer.toOctalString(mode))))
        : Verdict.ruledOut(When.NOW, helper(helper, "there"));
  }

  private static Evidence helper(FreezeHelper helper, String what) {
    return Evidence.of(
            SnapshotFacts.FREEZE_HELPER,
            Phrase.of("evidence.freeze-helper-missing." + what, "path", helper.path()))
        .withPlace(helper.path(), 0);
  }
}
