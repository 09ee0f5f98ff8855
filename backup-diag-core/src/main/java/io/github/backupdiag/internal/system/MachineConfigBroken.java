package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.MachineConfig;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;

/**
 * The configuration of .NET is missing, is no XML, or holds the entry of a debugger
 * (guest.windows.machine-config, which proves).
 */
public final class MachineConfigBroken implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.machine-config-broken", "machine-config-broken")
          .needs(WindowsSetupFacts.MACHINE_CONFIG)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.machine-config");

  /** Made by {@code ServiceLoader}. */
  public MachineConfigBroken() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    MachineConfig config = facts.value(WindowsSetupFacts.MACHINE_CONFIG);
    if (config == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.MACHINE_CONFIG);
    }
    return switch (config.state()) {
      case SOUND -> Verdict.ruledOut(When.NOW, evidence(config, "sound"));
      case MISSING -> Verdict.certain(When.NOW, evidence(config, "missing"));
      case BROKEN -> Verdict.certain(When.NOW, evidence(config, "broken"));
      case DEBUGGED -> Verdict.certain(When.NOW, evidence(config, "debugged"));
    };
  }

  private static Evidence evidence(MachineConfig config, String what) {
    return Evidence.of(
            WindowsSetupFacts.MACHINE_CONFIG, Phrase.of("evidence.machine-config-broken." + what))
        .withExcerpt(config.text())
        .withPlace(config.path(), config.line());
  }
}
