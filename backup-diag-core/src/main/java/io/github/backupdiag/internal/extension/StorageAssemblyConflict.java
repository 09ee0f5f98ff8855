package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * Another release of the storage library stands in the global assembly cache, and the extension
 * could not load its own (guest.windows.gac-storage, which only suggests: the folder is common).
 */
public final class StorageAssemblyConflict implements Diagnostic {

  // The code ExtensionCommandExecFailure has other causes as well: only a line convicts.
  private static final WindowsTraces TRACES =
      WindowsTraces.codes().lines("vs-storage-assembly", "vs-storage-method");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.storage-assembly-conflict", "storage-assembly-conflict")
          .needs(WindowsSetupFacts.STORAGE_ASSEMBLY)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.gac-storage");

  /** Made by {@code ServiceLoader}. */
  public StorageAssemblyConflict() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    List<String> folders = facts.value(WindowsSetupFacts.STORAGE_ASSEMBLY);
    if (folders == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.STORAGE_ASSEMBLY);
    }
    if (folders.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              WindowsSetupFacts.STORAGE_ASSEMBLY,
              Phrase.of("evidence.storage-assembly-conflict.none")));
    }
    return TRACES.judge(
        facts,
        Evidence.of(
                WindowsSetupFacts.STORAGE_ASSEMBLY,
                Phrase.of("evidence.storage-assembly-conflict.folder"))
            .withPlace(folders.get(0), 0));
  }
}
