package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.AgentLife;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentHeartbeats;
import io.github.backupdiag.internal.parse.AgentStatusTime;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.time.Instant;
import java.util.List;

/** Looks for the agent's signs of life (guest.any.agent.heartbeat). */
public final class AgentLifeProbe implements GuestProbe {

  private static final Question<FileContent> LOG = Question.tail("/var/log/waagent.log", 1 << 20);
  private static final Question<FileContent> STATUS =
      Question.file("/var/lib/waagent/waagent_status.json");
  private static final List<Question<?>> QUESTIONS = List.of(LOG, STATUS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-life", AgentFacts.LIFE)
          .withConnections(GuestConnection.class)
          .withChecks("guest.any.agent.heartbeat")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentLifeProbe() {}

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
    FileContent log = Seen.value(answers, LOG);
    FileContent status = Seen.value(answers, STATUS);
    if (log == null) {
      return Seen.nothing(AgentFacts.LIFE, answers, List.of(LOG), "/var/log/waagent.log");
    }
    Unavailable<?> unseen = Seen.refusal(answers, List.of(STATUS));
    if (unseen != null) {
      return Seen.unavailable(AgentFacts.LIFE, unseen); // it may tell of a later sign of life
    }
    Instant reported = status == null ? null : AgentStatusTime.parse(status.text());
    AgentLife life = AgentHeartbeats.parse(log, reported);
    return Observations.builder()
        .observed(AgentFacts.LIFE, life, log.path(), life.newest())
        .build();
  }
}
