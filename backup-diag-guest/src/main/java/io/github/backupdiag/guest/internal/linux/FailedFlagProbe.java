package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.FailedFlag;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FailedFlagLine;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads whether the last run noted a failed snapshot (guest.linux.snapshot.failed-flag). */
public final class FailedFlagProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file("/etc/azure/vmbackup.conf");
  private static final List<Question<?>> QUESTIONS = List.of(FILE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.snapshot-failed-flag", ExtensionFacts.FAILED_FLAG)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.snapshot.failed-flag")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public FailedFlagProbe() {}

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
    FailedFlag found = file == null ? null : FailedFlagLine.parse(file);
    return found == null
        ? Seen.nothing(
            ExtensionFacts.FAILED_FLAG, answers, QUESTIONS, ((Question.File) FILE).path())
        : Observations.builder()
            .observed(ExtensionFacts.FAILED_FLAG, found, ((Question.File) FILE).path())
            .build();
  }
}
