package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Observation;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.MountAnswers;
import io.github.backupdiag.fact.guest.MountAnswers.State;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.MountTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens each mount point that the extension freezes, for reading (guest.linux.freeze.mounts-open).
 * A network mount is left alone: the extension does not freeze it, and a dead one hangs.
 */
public final class MountAnswersProbe implements GuestProbe {

  private static final int MOST_MOUNTS = 200;
  private static final Set<String> FROZEN_TYPES = Set.of("ext3", "ext4", "xfs", "btrfs");
  private static final Pattern ROOT = Pattern.compile("^Uid:\\s+\\d+\\s+0\\s", Pattern.MULTILINE);

  /** Errors of the system; others are limits of this look. */
  private static final Pattern WORDS_OF_THE_SYSTEM =
      Pattern.compile("(?i)input/output error|stale file|not connected|needs cleaning");

  private static final Question<FileContent> TABLE = Question.file("/proc/self/mountinfo");
  private static final Question<FileContent> SELF = Question.file("/proc/self/status");
  private static final List<Question<?>> FIRST = List.of(TABLE, SELF);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.mount-answers", SnapshotFacts.MOUNT_ANSWERS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.mounts-open")
          .withAccessNeeds(
              Questions.needs(
                  FIRST, Stream.concat(LibDir.ANYWHERE.stream(), Stream.of("/?")).toList()));

  /** Made by {@code ServiceLoader}. */
  public MountAnswersProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    List<Question<?>> more = new ArrayList<>();
    for (String mount : mounts(soFar)) {
      more.add(Question.stat(mount));
      more.add(content(mount));
    }
    return Questions.open(more, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    GuestConnection guest = context.connection(GuestConnection.class);
    if (guest.nature() == GuestConnection.Nature.COPY) {
      return Observations.builder()
          .unavailable(
              SnapshotFacts.MOUNT_ANSWERS, UnavailableReason.NOT_RECORDED, "a copy mounts nothing")
          .build();
    }
    List<String> mounts = mounts(answers);
    if (mounts.isEmpty()) {
      return Seen.nothing(SnapshotFacts.MOUNT_ANSWERS, answers, List.of(TABLE), "mountinfo");
    }
    FileContent self = Seen.value(answers, SELF);
    boolean asRoot = self != null && ROOT.matcher(self.text()).find();
    List<MountAnswers.Answer> found = mounts.stream().map(mount -> answer(mount, answers)).toList();
    return Observations.builder()
        .observed(SnapshotFacts.MOUNT_ANSWERS, new MountAnswers(asRoot, found), "mount points")
        .build();
  }

  private static MountAnswers.Answer answer(String mount, Answers answers) {
    Observation<PathEntry> itself = answers.to(Question.stat(mount));
    Observation<PathEntries> content = answers.to(content(mount));
    Unavailable<?> why =
        itself instanceof Unavailable<PathEntry> u
            ? u
            : content instanceof Unavailable<PathEntries> v ? v : null;
    if (why != null) {
      boolean failed =
          why.reason() == UnavailableReason.NOT_PERMITTED
              || (why.reason() == UnavailableReason.FAILED
                  && WORDS_OF_THE_SYSTEM.matcher(why.detail()).find());
      return new MountAnswers.Answer(mount, failed ? State.FAILED : State.UNKNOWN, why.detail());
    }
    return itself instanceof Absent<PathEntry>
        ? new MountAnswers.Answer(mount, State.GONE, "no such file or directory")
        : new MountAnswers.Answer(mount, State.OPEN, "");
  }

  /** One name of one letter: the folder is opened, and next to nothing is looked at. */
  private static Question<PathEntries> content(String mount) {
    return new Question.Listing(mount.equals("/") ? "/?" : mount + "/?", 1);
  }

  private static List<String> mounts(Answers answers) {
    FileContent table = Seen.value(answers, TABLE);
    List<MountPoint> points = table == null ? List.of() : MountTable.mountInfo(table.text());
    return points.stream()
        .filter(point -> FROZEN_TYPES.contains(point.type()))
        .filter(point -> !point.device().startsWith("/dev/loop"))
        .map(MountPoint::path)
        .filter(path -> path.startsWith("/") && LibDir.isNamed(path + "/?"))
        .filter(path -> path.indexOf('*') < 0 && path.indexOf('?') < 0)
        .filter(path -> LibDir.normal(path).equals(path))
        .distinct()
        .limit(MOST_MOUNTS)
        .toList();
  }
}
