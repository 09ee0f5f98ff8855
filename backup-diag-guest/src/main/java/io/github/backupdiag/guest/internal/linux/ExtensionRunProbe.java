package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.RunEnd;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Finds how the newest run of the backup extension ends (guest.linux.extension.log). */
public final class ExtensionRunProbe implements GuestProbe {

  private static final Question<FileContent> FILE =
      Question.tail(
          "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log", 2 << 20);
  private static final List<Question<?>> QUESTIONS = List.of(FILE);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.backup-extension-run", ExtensionFacts.RUN)
          .withConnections(GuestConnection.class)
          .withChecks(
              "guest.linux.extension.log",
              "guest.linux.extension.traceback",
              "guest.linux.script.timeout")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public ExtensionRunProbe() {}

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
    if (file != null && WholeSystem.lacksItsEnd(file, context)) {
      return Seen.unavailable(ExtensionFacts.RUN, WholeSystem.endNotRecorded(file));
    }
    ExtensionRun found = file == null ? null : RunEnd.parse(file);
    return found == null
        ? Seen.nothing(ExtensionFacts.RUN, answers, QUESTIONS, ((Question.File) FILE).path())
        : Observations.builder()
            .observed(ExtensionFacts.RUN, found, ((Question.File) FILE).path(), found.last())
            .build();
  }
}
