package io.github.backupdiag.guest.internal.windows;

import io.github.backupdiag.fact.guest.WindowsAgentFacts;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.guestaccess.RegistryKey;
import io.github.backupdiag.internal.parse.AgentRegistry;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import java.util.List;

/**
 * Reads what the agent notes of itself (guest.windows.agent.version, guest.any.agent.heartbeat).
 */
public final class AgentSelfReportProbe extends WindowsProbe {

  private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Virtual Machine\\Guest";
  private static final Question<RegistryKey> GUEST = Question.registry(KEY, 1);
  private static final List<Question<?>> QUESTIONS = List.of(GUEST);

  /** Made by {@code ServiceLoader}. */
  public AgentSelfReportProbe() {
    super(
        describe("guest.windows.agent-self-report", WindowsAgentFacts.SELF_REPORT)
            .withChecks("guest.windows.agent.version", "guest.any.agent.heartbeat")
            .withAccessNeeds(needs(QUESTIONS)));
  }

  @Override
  List<? extends Question<?>> questions(Answers soFar, ProbeContext context) {
    return QUESTIONS;
  }

  @Override
  Observations look(Answers answers, ProbeContext context) {
    RegistryKey guest = Seen.value(answers, GUEST);
    return guest == null
        ? Seen.nothing(WindowsAgentFacts.SELF_REPORT, answers, QUESTIONS, KEY)
        : Observations.builder()
            .observed(WindowsAgentFacts.SELF_REPORT, AgentRegistry.report(KEY, guest), KEY)
            .build();
  }
}
