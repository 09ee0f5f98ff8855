package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.FreezeLog;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Finds the last freeze in the log of the extension (guest.linux.freeze.result). */
public final class FreezeRunProbe implements GuestProbe {

  private static final String LOG =
      "/var/log/azure/Microsoft.Azure.RecoveryServices.VMSnapshotLinux/extension.log";
  private static final Question<FileContent> END = Question.tail(LOG, 1 << 20);
  private static final List<Question<?>> QUESTIONS = List.of(END);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.freeze-run", SnapshotFacts.FREEZE_RUN)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.result")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public FreezeRunProbe() {}

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
    FileContent file = Seen.value(answers, END);
    if (file != null && WholeSystem.lacksItsEnd(file, context)) {
      return Seen.unavailable(SnapshotFacts.FREEZE_RUN, WholeSystem.endNotRecorded(file));
    }
    FreezeRun run = file == null ? null : FreezeLog.parse(file);
    return run == null
        ? Seen.nothing(SnapshotFacts.FREEZE_RUN, answers, QUESTIONS, LOG)
        : Observations.builder()
            .observed(SnapshotFacts.FREEZE_RUN, run, run.file(), run.at())
            .build();
  }
}
