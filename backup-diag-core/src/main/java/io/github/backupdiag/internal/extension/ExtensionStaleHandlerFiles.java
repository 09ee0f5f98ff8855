package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.BackupExtension;
import io.github.backupdiag.fact.guest.BackupExtension.Folder;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;
import java.util.Set;

/**
 * A folder of the backup extension has lost its state, and the agent's log complains of it
 * (guest.linux.extension.handler-state). Folders of several versions are normal.
 */
public final class ExtensionStaleHandlerFiles implements Diagnostic {

  private static final String RULE = "extension-stale-handler-files";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.extension-stale-handler-files", RULE)
          .needs(ExtensionFacts.BACKUP_EXTENSION)
          .helpful(GuestFacts.AGENT_LOG, BackupFacts.WINDOW)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.handler-state", "guest.linux.agent.log");

  /** Made by {@code ServiceLoader}. */
  public ExtensionStaleHandlerFiles() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Set<String> LINES =
      Set.of("wa-downgrade", "wa-handler-status-save", "wa-remove-dir-failed");

  @Override
  public Verdict diagnose(Facts facts) {
    BackupExtension extension = facts.value(ExtensionFacts.BACKUP_EXTENSION);
    if (extension == null) {
      return Verdict.inconclusive(Phrase.of("because.extension-stale-handler-files.none"));
    }
    List<Folder> stale =
        extension.folders().stream().filter(folder -> !folder.configured()).toList();
    if (stale.isEmpty()) {
      return Verdict.ruledOut(When.NOW, evidence(extension.folders().get(0), "whole"));
    }
    List<Evidence> lines = Agreement.lines(facts, GuestFacts.AGENT_LOG, Agreement.ofBackup(LINES));
    return lines.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.extension-stale-handler-files.no-line"))
        : Verdict.likely(When.AT_FAILURE, Agreement.all(evidence(stale.get(0), "no-config"), lines))
            .with("path", stale.get(0).path());
  }

  private static Evidence evidence(Folder folder, String what) {
    return Evidence.of(
            ExtensionFacts.BACKUP_EXTENSION,
            Phrase.of(
                "evidence.extension-stale-handler-files." + what, "version", folder.version()))
        .withPlace(folder.path(), 0);
  }
}
