package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.Absent;
import io.github.backupdiag.fact.Unavailable;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.FreezeLock;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.PathEntries;
import io.github.backupdiag.guestaccess.PathEntry;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LockTable;
import io.github.backupdiag.internal.parse.ProcessTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells who holds the freeze lock (guest.linux.freeze.lock-file): a process with a write lock that
 * has the lock file open.
 */
public final class FreezeLockProbe implements GuestProbe {

  private static final String PATH =
      "/etc/azure/MicrosoftRecoverySvcsSafeFreezeLock/SafeFreezeLockFile";
  private static final int MOST_PROCESSES = 200;
  private static final Question<PathEntry> FILE = Question.stat(PATH);
  private static final Question<FileContent> LOCKS = Question.file("/proc/locks");
  private static final List<Question<?>> FIRST = List.of(FILE, LOCKS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.freeze-lock", SnapshotFacts.FREEZE_LOCK)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.lock-file")
          .withAccessNeeds(Questions.needs(FIRST, List.of("/proc/*/fd/*", "/proc/*/cmdline")));

  /** Made by {@code ServiceLoader}. */
  public FreezeLockProbe() {}

  @Override
  public ProbeDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Question<?>> next(Answers soFar) {
    if (soFar.questions().isEmpty()) {
      return FIRST;
    }
    if (Seen.value(soFar, FILE) == null) {
      return List.of();
    }
    List<Question<?>> more = new ArrayList<>();
    for (long process : writers(soFar)) {
      more.add(openFiles(process));
      more.add(command(process));
    }
    return Questions.open(more, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    if (!WholeSystem.isLive(context)) {
      return Observations.builder()
          .unavailable(
              SnapshotFacts.FREEZE_LOCK, UnavailableReason.NOT_RECORDED, "a copy holds no lock")
          .build();
    }
    if (Seen.value(answers, FILE) == null) {
      return Seen.nothing(SnapshotFacts.FREEZE_LOCK, answers, List.of(FILE), PATH);
    }
    List<FreezeLock.Holder> holders = holders(answers);
    Unavailable<?> why = holders.isEmpty() ? whyUncertain(answers) : null;
    return why == null
        ? Observations.builder()
            .observed(SnapshotFacts.FREEZE_LOCK, new FreezeLock(PATH, holders), PATH)
            .build()
        : Seen.unavailable(SnapshotFacts.FREEZE_LOCK, why);
  }

  /** What could not be read must not look like a free lock. */
  private static @Nullable Unavailable<?> whyUncertain(Answers answers) {
    if (answers.to(LOCKS) instanceof Absent<FileContent> absent) {
      return new Unavailable<FreezeLock>(UnavailableReason.FAILED, absent.source());
    }
    List<Question<?>> asked = new ArrayList<>(List.of(LOCKS));
    writers(answers).forEach(process -> asked.add(openFiles(process)));
    return Seen.refusal(answers, asked);
  }

  private static List<FreezeLock.Holder> holders(Answers answers) {
    List<FreezeLock.Holder> holders = new ArrayList<>();
    for (long process : writers(answers)) {
      PathEntries open = Seen.value(answers, openFiles(process));
      if (open != null && open.entries().stream().anyMatch(e -> PATH.equals(e.linkTarget()))) {
        FileContent command = Seen.value(answers, command(process));
        String line =
            command == null ? "" : String.join(" ", ProcessTable.arguments(command.text()));
        holders.add(new FreezeLock.Holder(process, line));
      }
    }
    return holders;
  }

  private static List<Long> writers(Answers answers) {
    FileContent locks = Seen.value(answers, LOCKS);
    List<Long> writers = locks == null ? List.of() : LockTable.writers(locks.text());
    return writers.subList(0, Math.min(writers.size(), MOST_PROCESSES));
  }

  private static Question<PathEntries> openFiles(long process) {
    return Question.listing("/proc/" + process + "/fd/*");
  }

  private static Question<FileContent> command(long process) {
    return new Question.File("/proc/" + process + "/cmdline", 4096, Question.Part.HEAD);
  }
}
