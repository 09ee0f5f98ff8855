package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.MountPoint;
import io.github.backupdiag.fact.guest.Mounts;
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
import java.util.function.Function;

/**
 * Reads the mounts: the kernel's table, or what a copy mounts at boot (guest.linux.mount.noexec).
 */
public final class MountsProbe implements GuestProbe {

  private static final Question<FileContent> MOUNT_INFO = Question.file("/proc/self/mountinfo");
  private static final Question<FileContent> MOUNTS = Question.file("/proc/mounts");
  private static final Question<FileContent> FSTAB = Question.file("/etc/fstab");
  private static final List<Question<?>> QUESTIONS = List.of(MOUNT_INFO, MOUNTS, FSTAB);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.mounts", GuestFacts.MOUNTS)
          .withConnections(GuestConnection.class)
          .withChecks(
              "guest.linux.mount.noexec",
              "guest.linux.freeze.duplicate-mounts",
              "guest.linux.freeze.mount-kinds")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public MountsProbe() {}

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
    Observations.Builder builder = Observations.builder();
    boolean copy =
        context.connection(GuestConnection.class).nature() == GuestConnection.Nature.COPY;
    boolean found =
        put(builder, answers, MOUNT_INFO, MountTable::mountInfo, true)
            || put(builder, answers, MOUNTS, MountTable::mounts, true)
            || (copy && put(builder, answers, FSTAB, MountTable::fstab, false));
    return found
        ? builder.build()
        : Seen.nothing(GuestFacts.MOUNTS, answers, List.of(MOUNT_INFO, MOUNTS), "/proc/mounts");
  }

  private static boolean put(
      Observations.Builder builder,
      Answers answers,
      Question<FileContent> question,
      Function<String, List<MountPoint>> parser,
      boolean live) {
    FileContent file = Seen.value(answers, question);
    List<MountPoint> points = file == null ? List.of() : parser.apply(file.text());
    if (file == null || points.isEmpty()) {
      return false;
    }
    builder.observed(GuestFacts.MOUNTS, new Mounts(file.path(), live, points), file.path());
    return true;
  }
}
