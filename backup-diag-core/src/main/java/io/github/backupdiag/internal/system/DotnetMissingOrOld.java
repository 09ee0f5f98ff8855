package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.DotNetRelease;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;

/** The .NET Framework is older than 4.5 (guest.windows.dotnet, which proves). */
public final class DotnetMissingOrOld implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.dotnet-missing-or-old", "dotnet-missing-or-old")
          .needs(WindowsSetupFacts.DOTNET)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.dotnet");

  /** Made by {@code ServiceLoader}. */
  public DotnetMissingOrOld() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    DotNetRelease installed = facts.value(WindowsSetupFacts.DOTNET);
    if (installed == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.DOTNET);
    }
    if (!installed.isInstalled()) {
      return Verdict.certain(
          When.NOW,
          Evidence.of(WindowsSetupFacts.DOTNET, Phrase.of("evidence.dotnet-missing-or-old.missing"))
              .withPlace(installed.key(), 0));
    }
    return installed.release() < DotNetRelease.OLDEST
        ? Verdict.certain(When.NOW, evidence(installed, "old"))
        : Verdict.ruledOut(When.NOW, evidence(installed, "new"));
  }

  private static Evidence evidence(DotNetRelease installed, String what) {
    return Evidence.of(
            WindowsSetupFacts.DOTNET,
            Phrase.of(
                "evidence.dotnet-missing-or-old." + what,
                "release",
                String.valueOf(installed.release())))
        .withExcerpt(installed.version())
        .withPlace(installed.key(), 0);
  }
}
