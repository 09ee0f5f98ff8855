package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.Observed;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.AgentProcesses;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import java.util.List;

/** No unit file, no program and no folder of the agent exists (guest.linux.agent.installed). */
public final class GuestAgentMissing implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-missing", "guest-agent-missing")
          .needs(GuestFacts.AGENT_INSTALLATION)
          .helpful(GuestFacts.AGENT_PROCESSES, GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.installed");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentMissing() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    if (processes != null && processes.isAnyRunning()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              GuestFacts.AGENT_PROCESSES, Phrase.of("evidence.guest-agent-missing.running")));
    }
    AgentInstallation found = facts.value(GuestFacts.AGENT_INSTALLATION);
    if (found == null) {
      return Verdict.inconclusive(Phrase.of("because.guest-agent-missing.not-looked"))
          .missing(GuestFacts.AGENT_INSTALLATION);
    }
    if (found.isPresent()) {
      return Verdict.ruledOut(When.NOW, installed(found));
    }
    if (found.isRemainsOnly()) {
      return Verdict.inconclusive(Phrase.of("because.guest-agent-missing.remains"))
          .next(Phrase.of("next.guest-agent-missing.remains", "unit", UnitName.of(facts)))
          .hinting(List.of(remains(found)));
    }
    return Verdict.certain(When.NOW, nothing(facts)).with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static Evidence nothing(Facts facts) {
    Evidence evidence =
        Evidence.of(
            GuestFacts.AGENT_INSTALLATION, Phrase.of("evidence.guest-agent-missing.nothing-found"));
    return facts.get(GuestFacts.AGENT_INSTALLATION) instanceof Observed<AgentInstallation> seen
        ? evidence.withPlace(seen.source(), 0)
        : evidence;
  }

  private static Evidence installed(AgentInstallation found) {
    List<String> traces = found.unitFiles().isEmpty() ? found.executables() : found.unitFiles();
    String path = traces.get(0);
    return Evidence.of(
            GuestFacts.AGENT_INSTALLATION,
            Phrase.of("evidence.guest-agent-missing.installed", "path", path))
        .withPlace(path, 0);
  }

  private static Evidence remains(AgentInstallation found) {
    String path = found.remains().get(0);
    return Evidence.of(
            GuestFacts.AGENT_INSTALLATION,
            Phrase.of("evidence.guest-agent-missing.remains", "path", path))
        .withPlace(path, 0);
  }
}
