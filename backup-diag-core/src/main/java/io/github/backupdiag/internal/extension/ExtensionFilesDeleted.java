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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Files of the backup extension's package are gone although the agent still has it in use
 * (guest.linux.extension.present).
 */
public final class ExtensionFilesDeleted implements Diagnostic {

  private static final String RULE = "extension-files-deleted";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.extension.extension-files-deleted", RULE)
          .needs(ExtensionFacts.BACKUP_EXTENSION)
          .helpful(
              GuestFacts.AGENT_LOG,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.MATCHES)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.extension.present", "guest.linux.extension.log");

  /** Made by {@code ServiceLoader}. */
  public ExtensionFilesDeleted() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  private static final Set<String> AGENT_LINES =
      Set.of("wa-manifest-missing", "wa-manifest-load", "wa-nonzero-127");
  private static final Set<String> CODES = Set.of("VMSnapshotLinux.124");

  @Override
  public Verdict diagnose(Facts facts) {
    BackupExtension extension = facts.value(ExtensionFacts.BACKUP_EXTENSION);
    Folder current = extension == null ? null : extension.current();
    if (current == null || !current.configured() || !current.unpacked()) {
      return Verdict.inconclusive(Phrase.of("because.extension-files-deleted.not-unpacked"));
    }
    if (current.missing().isEmpty()) {
      return Verdict.ruledOut(When.NOW, evidence(current, "whole", current.path()));
    }
    Evidence gone = evidence(current, "gone", current.missing().get(0));
    List<Evidence> agreeing =
        new ArrayList<>(
            Agreement.lines(facts, GuestFacts.AGENT_LOG, Agreement.ofBackup(AGENT_LINES)));
    agreeing.addAll(
        Agreement.lines(
            facts, GuestFacts.EXTENSION_LOG, event -> event.signature().equals("ext-env-missing")));
    agreeing.addAll(Agreement.code(facts, CODES));
    return agreeing.isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.extension-files-deleted.alone"))
            .hinting(List.of(gone))
        : Verdict.likely(When.NOW, Agreement.all(gone, agreeing)).with("path", current.path());
  }

  private static Evidence evidence(Folder folder, String what, String path) {
    return Evidence.of(
            ExtensionFacts.BACKUP_EXTENSION,
            Phrase.of(
                "evidence.extension-files-deleted." + what,
                "path",
                path,
                "version",
                folder.version()))
        .withPlace(path, 0);
  }
}
