package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.internal.system.ClosedFolders;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.Set;

/**
 * The system itself has no entry in the rights of a folder of the agent
 * (guest.windows.acl.agent-folders, which only suggests).
 */
public final class AgentFoldersClosedToSystem implements Diagnostic {

  private static final Set<String> FOLDERS = Set.of("c:/windowsazure", "c:/packages");

  private static final WindowsTraces TRACES =
      WindowsTraces.codes(
          "UserErrorGuestAgentStatusUnavailable", "GuestAgentSnapshotTaskStatusError");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.agent-folders-closed-to-system", "windows-agent-unresponsive")
          .needs(WindowsAgentFacts.FOLDER_RIGHTS)
          .helpful(WindowsTraces.readsWith())
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.acl.agent-folders");

  /** Made by {@code ServiceLoader}. */
  public AgentFoldersClosedToSystem() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    return ClosedFolders.judge(
        facts, TRACES, right -> FOLDERS.contains(right.path().toLowerCase(java.util.Locale.ROOT)));
  }
}
