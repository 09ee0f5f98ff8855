package io.github.backupdiag.internal.vss;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.ClosedFolders;
import io.github.backupdiag.internal.system.WindowsTraces;

/**
 * The system or the administrators have no entry in the rights of the root of a volume
 * (guest.windows.acl.volume-root, which only suggests).
 */
public final class VolumeRootDeniesAdministrators implements Diagnostic {

  private static final WindowsTraces TRACES =
      WindowsTraces.codes("ExtensionFailedVssServiceInBadState");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.vss.volume-root-denies-administrators", "volume-root-denies-administrators")
          .needs(WindowsAgentFacts.FOLDER_RIGHTS)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.acl.volume-root");

  /** Made by {@code ServiceLoader}. */
  public VolumeRootDeniesAdministrators() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    return ClosedFolders.judge(facts, TRACES, right -> right.path().length() == 3);
  }
}
