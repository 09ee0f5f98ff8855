package io.github.backupdiag.internal.system;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsBuild;
import io.github.backupdiag.fact.guest.WindowsSetupFacts;

/**
 * Windows is 32-bit, or older than any release that Azure Backup lists (guest.windows.os, which
 * only suggests). Sources: support matrix for the backup of Azure VMs; builds as Windows numbers
 * them.
 */
public final class WindowsUnsupported implements Diagnostic {

  /** Windows 7 SP1 and Windows Server 2008 R2 SP1, the oldest ones in the matrix. */
  private static final int OLDEST = 7601;

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
          "UserErrorGuestAgentStatusUnavailable", "GuestAgentSnapshotTaskStatusError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.system.windows-unsupported", "guest-os-unsupported")
          .needs(WindowsSetupFacts.BUILD)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.os");

  /** Made by {@code ServiceLoader}. */
  public WindowsUnsupported() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsBuild build = facts.value(WindowsSetupFacts.BUILD);
    if (build == null || build.build() == 0) {
      return WindowsTraces.notSeen(WindowsSetupFacts.BUILD);
    }
    if (build.bits() == 32) {
      return TRACES.judge(facts, evidence(build, "thirty-two-bits"));
    }
    if (build.build() < OLDEST) {
      return TRACES.judge(facts, evidence(build, "older"));
    }
    return build.bits() == 64
        ? Verdict.ruledOut(When.NOW, evidence(build, "listed"))
        : WindowsTraces.notSeen(WindowsSetupFacts.BUILD);
  }

  private static Evidence evidence(WindowsBuild build, String what) {
    return Evidence.of(
            WindowsSetupFacts.BUILD,
            Phrase.of(
                "evidence.windows-unsupported." + what,
                "name",
                build.product(),
                "build",
                String.valueOf(build.build())))
        .withPlace(build.key(), 0);
  }
}
