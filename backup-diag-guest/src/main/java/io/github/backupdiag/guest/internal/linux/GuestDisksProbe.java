package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestDisks;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists the disks that the kernel sees, and the temporary one (guest.linux.snapshot.disk-count).
 */
public final class GuestDisksProbe implements GuestProbe {

  private static final Question<PathEntries> SCSI = Question.listing("/sys/block/sd*");
  private static final Question<PathEntries> NVME = Question.listing("/sys/block/nvme*n*");
  private static final List<Question<?>> QUESTIONS = List.of(SCSI, NVME);

  /**
   * Where the temporary disk hangs: on the second channel of the IDE controller of generation 1, or
   * as LUN 1 of the first SCSI controller of generation 2 (ResourceDiskUtil.py of VMBackup).
   */
  private static final Pattern TEMPORARY =
      Pattern.compile(
          "(?i)/00000000-0001-[^/]*/|/f8b3781a-1e82-4818-a1c3-63d806ec15bb/.{0,400}:1/block/");

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
            .observed(SnapshotFacts.DISKS, new GuestDisks(names, temporary(answers)), "/sys/block")
            .build();
  }

  private static @Nullable String temporary(Answers answers) {
    PathEntries disks = Seen.value(answers, SCSI);
    for (PathEntry disk : disks == null ? List.<PathEntry>of() : disks.entries()) {
      String target = disk.linkTarget();
      if (target != null && TEMPORARY.matcher(target).find()) {
        return disk.path().substring(disk.path().lastIndexOf('/') + 1);
      }
    }
    return null;
  }
}
