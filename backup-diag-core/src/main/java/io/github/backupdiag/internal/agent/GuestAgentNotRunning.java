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

/** The agent is installed and none of its processes runs (guest.linux.agent.running). */
public final class GuestAgentNotRunning implements Diagnostic {

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.agent.guest-agent-not-running", "guest-agent-not-running")
          .needs(GuestFacts.AGENT_PROCESSES, GuestFacts.AGENT_INSTALLATION)
          .helpful(GuestFacts.AGENT_UNIT, GuestFacts.OS)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.running", "guest.any.agent.heartbeat");

  /** Made by {@code ServiceLoader}. */
  public GuestAgentNotRunning() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    AgentProcesses processes = facts.value(GuestFacts.AGENT_PROCESSES);
    if (processes == null) {
      return Verdict.inconclusive(Phrase.of("because.guest-agent-not-running.not-listed"))
          .missing(GuestFacts.AGENT_PROCESSES);
    }
    if (processes.isAnyRunning()) {
      return running(processes, facts);
    }
    AgentInstallation installation = facts.value(GuestFacts.AGENT_INSTALLATION);
    if (installation == null || !installation.isPresent()) {
      return Verdict.notApplicable(Phrase.of("because.guest-agent-not-running.not-installed"));
    }
    return Verdict.certain(
            When.NOW,
            processes(facts, "evidence.guest-agent-not-running.no-process"),
            installed(installation))
        .with(UnitName.ARGUMENT, UnitName.of(facts));
  }

  private static Verdict running(AgentProcesses processes, Facts facts) {
    if (!processes.daemon().isEmpty() && !processes.extensionHandler().isEmpty()) {
      return Verdict.ruledOut(
          When.NOW, processes(facts, "evidence.guest-agent-not-running.both-running"));
    }
    String half = processes.daemon().isEmpty() ? "handler-only" : "daemon-only";
    return Verdict.inconclusive(Phrase.of("because.guest-agent-not-running." + half))
        .next(Phrase.of("next.guest-agent-not-running.read-log"))
        .hinting(List.of(processes(facts, "evidence.guest-agent-not-running." + half)));
  }

  private static Evidence processes(Facts facts, String text) {
    Evidence evidence = Evidence.of(GuestFacts.AGENT_PROCESSES, Phrase.of(text));
    return facts.get(GuestFacts.AGENT_PROCESSES) instanceof Observed<AgentProcesses> seen
        ? evidence.withPlace(seen.source(), 0).withTime(seen.at())
        : evidence;
  }

  private static Evidence installed(AgentInstallation installation) {
    List<String> units = installation.unitFiles();
    String path = units.isEmpty() ? installation.executables().get(0) : units.get(0);
    return Evidence.of(
            GuestFacts.AGENT_INSTALLATION,
            Phrase.of("evidence.guest-agent-not-running.installed", "path", path))
        .withPlace(path, 0);
  }
}
