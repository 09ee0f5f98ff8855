package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation;
import io.github.backupdiag.fact.guest.WindowsAgentInstallation.Service;
import io.github.backupdiag.internal.system.WindowsTraces;
import java.util.List;

/**
 * Windows holds no program and no service of the agent, or a service names a program that is not
 * there (guest.windows.agent.installed, which proves).
 */
public final class WindowsAgentMissing implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.windows-agent-missing", "guest-agent-missing")
          .needs(WindowsAgentFacts.INSTALLATION)
          .on(GuestOs.Family.WINDOWS)
          .onAzureVmOnly()
          .checks("guest.windows.agent.installed");

  /** Made by {@code ServiceLoader}. */
  public WindowsAgentMissing() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    WindowsAgentInstallation found = facts.value(WindowsAgentFacts.INSTALLATION);
    if (found == null) {
      return WindowsTraces.notSeen(WindowsAgentFacts.INSTALLATION);
    }
    List<Service> lost =
        found.services().stream().filter(service -> Boolean.FALSE.equals(service.found())).toList();
    if (!lost.isEmpty()) {
      return Verdict.certain(
          When.NOW, evidence("lost", lost.get(0).program(), "service", lost.get(0).name()));
    }
    if (found.programs().isEmpty() && found.services().isEmpty()) {
      return Verdict.certain(
          When.NOW,
          Evidence.of(
              WindowsAgentFacts.INSTALLATION, Phrase.of("evidence.windows-agent-missing.none")));
    }
    return found.programs().isEmpty() || found.services().isEmpty()
        ? Verdict.inconclusive(Phrase.of("because.windows-agent-missing.remains"))
        : Verdict.ruledOut(When.NOW, evidence("present", found.programs().get(0)));
  }

  private static Evidence evidence(String what, String path, String... more) {
    Phrase phrase =
        more.length == 0
            ? Phrase.of("evidence.windows-agent-missing." + what)
            : Phrase.of("evidence.windows-agent-missing." + what, more[0], more[1]);
    return Evidence.of(WindowsAgentFacts.INSTALLATION, phrase).withPlace(path, 0);
  }
}
