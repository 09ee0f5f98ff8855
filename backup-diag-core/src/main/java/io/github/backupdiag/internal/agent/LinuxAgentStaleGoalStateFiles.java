package io.github.backupdiag.internal.agent;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentInstallation;
import io.github.backupdiag.fact.guest.GoalStateFiles;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.internal.system.VersionNumbers;
import java.util.List;

/**
 * Very many numbered goal-state files lie in the folder of an old agent
 * (guest.linux.agent.stale-goal-state). Some are normal, and nobody published from which version on
 * they do no harm: this only hints.
 */
public final class LinuxAgentStaleGoalStateFiles implements Diagnostic {

  private static final int MANY = 20;

  /** The incident was in January 2018; agents of that time are 2.2.x. */
  private static final String AFTER_THE_INCIDENT = "2.3";

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of(
              "core.agent.linux-agent-stale-goal-state-files", "linux-agent-stale-goal-state-files")
          .needs(AgentFacts.GOAL_STATE_FILES)
          .helpful(GuestFacts.AGENT_INSTALLATION)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.agent.stale-goal-state", "guest.linux.agent.version");

  /** Made by {@code ServiceLoader}. */
  public LinuxAgentStaleGoalStateFiles() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    GoalStateFiles files = facts.value(AgentFacts.GOAL_STATE_FILES);
    if (files == null) {
      return Verdict.inconclusive(Phrase.of("because.linux-agent-stale-goal-state-files.no-folder"))
          .missing((FactKey<?>) AgentFacts.GOAL_STATE_FILES);
    }
    if (files.count() == 0) {
      return Verdict.ruledOut(When.NOW, files(files, "none"));
    }
    AgentInstallation agent = facts.value(GuestFacts.AGENT_INSTALLATION);
    String version = agent == null ? null : agent.version();
    boolean old = version != null && VersionNumbers.isBelow(version, AFTER_THE_INCIDENT);
    return old && files.count() >= MANY
        ? Verdict.inconclusive(Phrase.of("because.linux-agent-stale-goal-state-files.many"))
            .hinting(List.of(files(files, "many")))
        : Verdict.inconclusive(Phrase.of("because.linux-agent-stale-goal-state-files.normal"));
  }

  private static Evidence files(GoalStateFiles files, String what) {
    return Evidence.of(
            AgentFacts.GOAL_STATE_FILES,
            Phrase.of(
                "evidence.linux-agent-stale-goal-state-files." + what,
                "count",
                String.valueOf(files.count())))
        .withPlace(files.example().isEmpty() ? files.folder() : files.example(), 0);
  }
}
