package io.github.backupdiag.internal.extension;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.RuntimeLibraries;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;
import io.github.backupdiag.internal.system.WindowsTraces;

/**
 * The Visual C++ 2013 runtime is not installed, and its installation failed in the job
 * (guest.windows.vcredist, which only suggests: before the first backup it is absent everywhere).
 */
public final class VcRedistInstallBlocked implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
              "ExtensionVCRedistInstallationFailure", "VMRestorePointClientError.VcRedist")
          .lines("vs-80110401");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.extension.vc-redist-install-blocked", "vc-redist-install-blocked")
          .needs(WindowsSetupFacts.RUNTIME_LIBRARIES)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.vcredist");

  /** Made by {@code ServiceLoader}. */
  public VcRedistInstallBlocked() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    RuntimeLibraries libraries = facts.value(WindowsSetupFacts.RUNTIME_LIBRARIES);
    if (libraries == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.RUNTIME_LIBRARIES);
    }
    return libraries.isPresent()
        ? Verdict.ruledOut(When.NOW, evidence(libraries, "installed"))
        : TRACES.judge(facts, evidence(libraries, "missing"));
  }

  private static Evidence evidence(RuntimeLibraries libraries, String what) {
    String place = libraries.files().isEmpty() ? RuntimeLibraries.FOLDER : libraries.files().get(0);
    return Evidence.of(
            WindowsSetupFacts.RUNTIME_LIBRARIES,
            Phrase.of("evidence.vc-redist-install-blocked." + what))
        .withPlace(place, 0);
  }
}
