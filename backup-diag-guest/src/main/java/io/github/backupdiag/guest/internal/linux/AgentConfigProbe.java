package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads the agent's configuration file. */
public final class AgentConfigProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file(AgentConfigFile.PATH);
  private static final List<Question<?>> QUESTIONS = List.of(FILE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-config", GuestFacts.AGENT_CONFIG)
          .withConnections(GuestConnection.class)
          .withChecks(
              "guest.linux.conf.extensions-enabled",
              "guest.linux.conf.provisioning-agent",
              "guest.linux.conf.http-proxy",
              "guest.linux.conf.verbose-log",
              "guest.linux.conf.lib-dir")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public AgentConfigProbe() {}

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
    if (file == null) {
      return Seen.nothing(GuestFacts.AGENT_CONFIG, answers, QUESTIONS, AgentConfigFile.PATH);
    }
    return Observations.builder()
        .observed(
            GuestFacts.AGENT_CONFIG,
            AgentConfigFile.parse(AgentConfigFile.PATH, file.text()),
            AgentConfigFile.PATH,
            file.modified())
        .build();
  }
}
