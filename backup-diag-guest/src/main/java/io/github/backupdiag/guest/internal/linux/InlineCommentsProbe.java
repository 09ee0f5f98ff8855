package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.AgentFacts;
import io.github.backupdiag.fact.guest.InlineComment;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.AgentConfigFile;
import io.github.backupdiag.internal.parse.InlineComments;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Looks for comments behind values (guest.linux.conf.inline-comments). */
public final class InlineCommentsProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file(AgentConfigFile.PATH);
  private static final List<Question<?>> QUESTIONS = List.of(FILE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.agent-config-comments", AgentFacts.INLINE_COMMENTS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.conf.inline-comments")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public InlineCommentsProbe() {}

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
      return Seen.nothing(AgentFacts.INLINE_COMMENTS, answers, QUESTIONS, AgentConfigFile.PATH);
    }
    List<InlineComment> comments = InlineComments.parse(AgentConfigFile.PATH, file.text());
    return Observations.builder()
        .observed(AgentFacts.INLINE_COMMENTS, comments, AgentConfigFile.PATH, file.modified())
        .build();
  }
}
