package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.AgentPolicy;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.PolicyFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads the agent's policy file (guest.linux.agent.policy). */
public final class AgentPolicyProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file("/etc/waagent_policy.json");
  private static final List<Question<?>> QUESTIONS = List.of(FILE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-policy", ExtensionFacts.AGENT_POLICY)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.policy")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentPolicyProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    return Questions.open(QUESTIONS, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContent file = Seen.value(answers, FILE);
    AgentPolicy found = file == null ? null : PolicyFile.parse(file);
    return found == null
        ? Seen.nothing(
            ExtensionFacts.AGENT_POLICY, answers, QUESTIONS, ((Question.File) FILE).path())
        : Observations.builder()
            .observed(ExtensionFacts.AGENT_POLICY, found, ((Question.File) FILE).path())
            .build();
  }
}
