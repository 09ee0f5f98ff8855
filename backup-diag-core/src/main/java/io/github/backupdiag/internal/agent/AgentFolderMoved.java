package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.fact.guest.AgentConfig;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;

/**
 * {@code Lib.Dir} moves the agent's folder, and some extensions expect the usual one
 * (guest.linux.conf.lib-dir). Never evidence, only what helps to read the rest.
 */
public final class AgentFolderMoved implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.agent-folder-moved", "backup-extension-cannot-load")
          .needs(GuestFacts.AGENT_CONFIG)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .corroborating()
          .checks("guest.linux.conf.lib-dir");

  /** Made by {@code ServiceLoader}. */
  public AgentFolderMoved() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentConfig config = facts.value(GuestFacts.AGENT_CONFIG);
    AgentConfig.Entry entry = config == null ? null : config.find("Lib.Dir");
    String folder = entry == null ? "" : entry.value();
    boolean usual = !folder.startsWith("/") || folder.matches("/+var/+lib/+waagent/*");
    return usual
        ? Verdict.notApplicable(Phrase.of("because.agent-folder-moved.usual"))
        : Verdict.inconclusive(Phrase.of("because.agent-folder-moved.moved", "path", folder));
  }
}
