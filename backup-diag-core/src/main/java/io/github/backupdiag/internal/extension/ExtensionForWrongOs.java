package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.HandlerReport;
import io.github.backupdiag.fact.guest.Handlers;
import java.util.List;

/** The Windows extension for snapshots is on this Linux guest (guest.linux.extension.wrong-os). */
public final class ExtensionForWrongOs implements Diagnostic {

  private static final String RULE = "extension-for-wrong-os";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.extension-for-wrong-os", RULE)
          .needs(ExtensionFacts.HANDLERS)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.wrong-os");

  /** Made by {@code ServiceLoader}. */
  public ExtensionForWrongOs() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final String WINDOWS = "Microsoft.Azure.RecoveryServices.VMSnapshot";

  @Override
  public Verdict diagnose(Facts facts) {
    Handlers handlers = facts.value(ExtensionFacts.HANDLERS);
    if (handlers == null) {
      return Verdict.inconclusive(Phrase.of("because.extension-for-wrong-os.no-folder"));
    }
    for (String path : handlers.folders()) {
      if (path.contains("/" + WINDOWS + "-")) {
        return Verdict.certain(When.NOW, evidence("folder", path)).with("path", path);
      }
    }
    for (HandlerReport report : handlers.reports()) {
      if (report.name().equals(WINDOWS)) {
        return Verdict.certain(When.NOW, evidence("reported", report.file()));
      }
    }
    List<Evidence> lines =
        Agreement.lines(
            facts, GuestFacts.AGENT_LOG, event -> event.signature().equals("wa-wrong-platform"));
    if (!lines.isEmpty()) {
      return Verdict.likely(When.AT_FAILURE, lines.toArray(Evidence[]::new));
    }
    return handlers.complete()
        ? Verdict.ruledOut(
            When.NOW,
            Evidence.of(ExtensionFacts.HANDLERS, Phrase.of("evidence.extension-for-wrong-os.none")))
        : Verdict.inconclusive(Phrase.of("because.extension-for-wrong-os.no-folder"));
  }

  private static Evidence evidence(String what, String path) {
    return Evidence.of(
            ExtensionFacts.HANDLERS, Phrase.of("evidence.extension-for-wrong-os." + what))
        .withPlace(path, 0);
  }
}
