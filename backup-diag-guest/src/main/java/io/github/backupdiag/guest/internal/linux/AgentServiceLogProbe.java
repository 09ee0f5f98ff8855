package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.AgentServiceLog;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.ServiceLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads what systemd said last of the agent's service, or else how the agent's own log ends. */
public final class AgentServiceLogProbe implements GuestProbe {

  /** Debian and Ubuntu write the first, others the second; a system with the journal alone none. */
  static final List<String> LOGS = List.of("/var/log/syslog", "/var/log/messages");

  private static final List<Question<FileContent>> ENDS =
      LOGS.stream().map(path -> Question.tail(path, 4 << 20)).toList();

  private static final Question<FileContent> AGENT = Question.tail("/var/log/waagent.log", 1 << 16);
  private static final List<Question<?>> QUESTIONS = Questions.all(ENDS, List.of(AGENT));

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-service-log", GuestFacts.AGENT_SERVICE_LOG)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.agent.log")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentServiceLogProbe() {}

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
    for (Question<FileContent> end : ENDS) {
      FileContent file = Seen.value(answers, end);
      AgentServiceLog last = file == null ? null : ServiceLog.parse(file);
      if (last != null) {
        return observed(last);
      }
    }
    FileContent agent = Seen.value(answers, AGENT);
    AgentServiceLog farewell = agent == null ? null : ServiceLog.farewell(agent);
    if (farewell != null) {
      return observed(farewell);
    }
    return Seen.nothing(GuestFacts.AGENT_SERVICE_LOG, answers, ENDS, LOGS.get(0));
  }

  private static Observations observed(AgentServiceLog last) {
    return Observations.builder()
        .observed(GuestFacts.AGENT_SERVICE_LOG, last, last.file(), last.at())
        .build();
  }
}
