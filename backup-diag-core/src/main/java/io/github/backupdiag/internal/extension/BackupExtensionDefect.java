package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/**
 * The newest run ended with an exception of Python (guest.linux.extension.traceback). Whether a
 * later version mends it the exception does not tell, so it only raises suspicion.
 */
public final class BackupExtensionDefect implements Diagnostic {

  private static final String RULE = "backup-extension-defect";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.backup-extension-defect", RULE)
          .helpful(ExtensionFacts.RUN, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.extension.traceback");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionDefect() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionRun run = facts.value(ExtensionFacts.RUN);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    String exception = run == null ? null : run.exception();
    if (run == null || exception == null || window == null || !window.contains(run.start())) {
      return Verdict.inconclusive(Phrase.of("because.backup-extension-defect.no-exception"));
    }
    return Verdict.inconclusive(Phrase.of("because.backup-extension-defect.unknown"))
        .hinting(
            List.of(
                Evidence.of(
                        ExtensionFacts.RUN, Phrase.of("evidence.backup-extension-defect.exception"))
                    .withExcerpt(exception)
                    .withPlace(run.file(), 0)
                    .withTime(run.last())));
  }
}
