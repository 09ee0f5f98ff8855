package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.Mounts;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.MountTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Reads what is mounted at boot, to be compared with what is mounted. */
public final class BootMountsProbe implements GuestProbe {

  private static final Question<FileContent> FSTAB = Question.file("/etc/fstab");
  private static final List<Question<?>> QUESTIONS = List.of(FSTAB);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.boot-mounts", SnapshotFacts.BOOT_MOUNTS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.mount-kinds", "guest.linux.freeze.duplicate-mounts")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public BootMountsProbe() {}

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
    FileContent file = Seen.value(answers, FSTAB);
    if (file == null) {
      return Seen.nothing(SnapshotFacts.BOOT_MOUNTS, answers, QUESTIONS, "/etc/fstab");
    }
    Mounts mounts = new Mounts(file.path(), false, MountTable.fstab(file.text()));
    return Observations.builder().observed(SnapshotFacts.BOOT_MOUNTS, mounts, file.path()).build();
  }
}
