package io.github.backupdiag.internal.extension;

import io.github.backupdiag.catalog.KnownDefect.Condition;
import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionStatus;
import io.github.backupdiag.fact.guest.ExtensionStatus.Outcome;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.Pythons;
import io.github.backupdiag.fact.guest.Pythons.Python;
import java.util.List;

/**
 * The interpreter that runs the backup extension has, or has not, lost modules that older
 * extensions use. Which extensions these are the known defects tell; this rule rules out.
 */
public final class PythonTooNewForExtension implements Diagnostic {

  private static final String RULE = "python-too-new-for-extension";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.python-too-new-for-extension", RULE)
          .needs(ExtensionFacts.PYTHONS)
          .helpful(ExtensionFacts.STATUS, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.python", "guest.linux.extension.status");

  /** Made by {@code ServiceLoader}. */
  public PythonTooNewForExtension() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  /** The first version without the modules that known defects miss. */
  private static final Condition NEW = new Condition("3.12", List.of(), null);

  @Override
  public Verdict diagnose(Facts facts) {
    ExtensionStatus status = facts.value(ExtensionFacts.STATUS);
    Outcome outcome = status == null ? null : status.outcome();
    if (status != null && outcome != null && NewestStatus.isOfTheJob(status, facts)) {
      return Verdict.ruledOut(When.AT_FAILURE, NewestStatus.evidence(status, outcome));
    }
    Pythons pythons = facts.value(ExtensionFacts.PYTHONS);
    Python python = pythons == null ? null : pythons.ofExtension();
    String version = python == null ? null : python.version();
    if (python == null || version == null) {
      return Verdict.inconclusive(Phrase.of("because.python-too-new-for-extension.unknown"));
    }
    return NEW.isMetByPython(version)
        ? Verdict.inconclusive(
            Phrase.of("because.python-too-new-for-extension.new", "version", version))
        : Verdict.ruledOut(
            When.NOW,
            Evidence.of(
                    ExtensionFacts.PYTHONS,
                    Phrase.of("evidence.python-too-new-for-extension.old", "version", version))
                .withPlace(python.path(), 0));
  }
}
