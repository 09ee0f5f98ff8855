package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsBackupExtension;
import io.github.backupdiag.fact.guest.WindowsBackupExtension.Folder;

/**
 * The folder of the version that the agent has enabled lacks its manifest
 * (guest.windows.plugin.manifest, which proves). Folders of other versions may be left over.
 */
public final class BackupExtensionManifestDeleted implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.backup-extension-manifest-deleted", "extension-files-deleted")
          .needs(WindowsAgentFacts.BACKUP_EXTENSION)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.plugin.manifest");

  /** Made by {@code ServiceLoader}. */
  public BackupExtensionManifestDeleted() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsBackupExtension extension = facts.value(WindowsAgentFacts.BACKUP_EXTENSION);
    Folder folder = extension == null ? null : extension.enabled();
    if (folder == null) {
      return Verdict.inconclusive(
          Phrase.of("because.backup-extension-manifest-deleted.none-enabled"));
    }
    return folder.manifest()
        ? Verdict.ruledOut(When.NOW, evidence(folder, "there"))
        : Verdict.certain(When.NOW, evidence(folder, "gone")).with("path", folder.path());
  }

  private static Evidence evidence(Folder folder, String what) {
    return Evidence.of(
            WindowsAgentFacts.BACKUP_EXTENSION,
            Phrase.of(
                "evidence.backup-extension-manifest-deleted." + what, "version", folder.version()))
        .withPlace(folder.path() + "/HandlerManifest.json", 0);
  }
}
