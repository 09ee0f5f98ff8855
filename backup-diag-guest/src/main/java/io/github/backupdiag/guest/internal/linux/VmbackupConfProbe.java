package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.VmbackupConfFile;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads the settings of the backup extension (guest.linux.vmbackup-conf.values, .encoding). */
public final class VmbackupConfProbe implements GuestProbe {

  private static final Question<FileContent> FILE = Question.file(VmbackupConfFile.PATH);
  private static final List<Question<?>> QUESTIONS =
      Questions.all(List.of(FILE), WholeSystem.PLACES);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.vmbackup-conf", SnapshotFacts.VMBACKUP_CONF)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.vmbackup-conf.values", "guest.linux.vmbackup-conf.encoding")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public VmbackupConfProbe() {}

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
      return WholeSystem.isSeen(answers, context)
          ? Seen.nothing(SnapshotFacts.VMBACKUP_CONF, answers, List.of(FILE), VmbackupConfFile.PATH)
          : Observations.builder()
              .unavailable(
                  SnapshotFacts.VMBACKUP_CONF,
                  UnavailableReason.NOT_RECORDED,
                  VmbackupConfFile.PATH)
              .build();
    }
    return Observations.builder()
        .observed(
            SnapshotFacts.VMBACKUP_CONF,
            VmbackupConfFile.parse(file.path(), file.bytes()),
            file.path(),
            file.modified())
        .build();
  }
}
