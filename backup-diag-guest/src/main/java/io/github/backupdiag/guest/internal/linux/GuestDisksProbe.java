package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;

/** Lists the disks that the kernel sees (guest.linux.snapshot.disk-count). */
public final class GuestDisksProbe implements GuestProbe {

  private static final Question<PathEntries> SCSI = Question.listing("/sys/block/sd*");
  private static final Question<PathEntries> NVME = Question.listing("/sys/block/nvme*n*");
  private static final List<Question<?>> QUESTIONS = List.of(SCSI, NVME);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.disks", SnapshotFacts.DISKS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.snapshot.disk-count")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public GuestDisksProbe() {}

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
    List<String> names =
        List.of(SCSI, NVME).stream()
            .flatMap(question -> Seen.paths(answers, question).stream())
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .toList();
    return names.isEmpty()
        ? Seen.nothing(SnapshotFacts.DISKS, answers, QUESTIONS, "/sys/block")
        : Observations.builder()
            .observed(SnapshotFacts.DISKS, new GuestDisks(names), "/sys/block")
            .build();
  }
}
