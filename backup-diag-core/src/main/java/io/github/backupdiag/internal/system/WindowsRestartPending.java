package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.PendingReboot;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;

/**
 * Windows waits for a restart to end an update (guest.windows.pending-reboot, which only suggests).
 * Files to be renamed at the next start are no such sign: most healthy servers have some.
 */
public final class WindowsRestartPending implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
          "UserErrorVmProvisioningStateFailed", "ExtensionFailedVssServiceInBadState");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.windows-restart-pending", "pending-reboot")
          .needs(WindowsSetupFacts.PENDING_REBOOT)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.pending-reboot");

  /** Made by {@code ServiceLoader}. */
  public WindowsRestartPending() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    PendingReboot pending = facts.value(WindowsSetupFacts.PENDING_REBOOT);
    if (pending == null) {
      return WindowsTraces.notSeen(WindowsSetupFacts.PENDING_REBOOT);
    }
    if (pending.keys().isEmpty()) {
      return Verdict.ruledOut(When.NOW, evidence("none"));
    }
    return TRACES.judge(facts, evidence("key").withPlace(pending.keys().get(0), 0));
  }

  private static Evidence evidence(String what) {
    return Evidence.of(
        WindowsSetupFacts.PENDING_REBOOT, Phrase.of("evidence.windows-restart-pending." + what));
  }
}
