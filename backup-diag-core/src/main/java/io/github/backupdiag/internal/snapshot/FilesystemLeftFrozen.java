package io.github.backupdiag.internal.snapshot;

import io.github.backupdiag.diagnostic.Diagnostic;
import io.github.backupdiag.diagnostic.DiagnosticDescriptor;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Facts;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.Verdict;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.guest.FreezeRun;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.fact.guest.GuestOs;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.StuckTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A freeze has begun and no thaw followed, and processes hang in it: now
 * (guest.linux.freeze.frozen-now), or by the kernel's lines right after it. A log that merely ends
 * with a freeze proves nothing: a copy made by a backup always does.
 */
public final class FilesystemLeftFrozen implements Diagnostic {

  /** Longer than the extension ever waits: 600 seconds at the most, and it thaws itself. */
  private static final Duration LONGEST_FREEZE = Duration.ofMinutes(15);

  private static final Duration HUNG_SOON = Duration.ofMinutes(30);
  private static final Set<String> HUNG = Set.of("k-hung");

  /** Functions of the kernel in which a write waits for a thaw, or a freeze for the writes. */
  private static final Set<String> FREEZE_WAITS =
      Set.of(
          "__sb_start_write",
          "sb_start_write",
          "sb_wait_write",
          "__percpu_down_read",
          "percpu_rwsem_wait",
          "freeze_super",
          "thaw_super",
          "jbd2_journal_lock_updates");

  private static final DiagnosticDescriptor DESCRIPTOR =
      DiagnosticDescriptor.of("core.snapshot.filesystem-left-frozen", "filesystem-left-frozen")
          .helpful(
              SnapshotFacts.STUCK_TASKS,
              SnapshotFacts.FREEZE_RUN,
              SnapshotFacts.KERNEL_LOG,
              SnapshotFacts.VMBACKUP_CONF,
              GuestFacts.EXTENSION_LOG,
              BackupFacts.WINDOW,
              BackupFacts.REFERENCE_TIME)
          .on(GuestOs.Family.LINUX)
          .onAzureVmOnly()
          .checks("guest.linux.freeze.frozen-now", "guest.linux.freeze.result");

  /** Made by {@code ServiceLoader}. */
  public FilesystemLeftFrozen() {}

  @Override
  public DiagnosticDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Verdict diagnose(Facts facts) {
    StuckTasks stuck = facts.value(SnapshotFacts.STUCK_TASKS);
    FreezeRun open = openRun(facts);
    if (stuck != null) {
      return running(waiting(stuck), open, facts);
    }
    Evidence clean = FreezeFailure.clean(facts);
    if (clean != null) {
      return Verdict.ruledOut(When.AT_FAILURE, clean);
    }
    if (open == null) {
      return Verdict.inconclusive(Phrase.of("because.filesystem-left-frozen.not-known"))
          .missing(SnapshotFacts.STUCK_TASKS);
    }
    List<Evidence> hung = hungAfter(open, facts);
    if (!hung.isEmpty()) {
      hung.add(0, run(open));
      return Verdict.likely(When.AT_FAILURE, hung.toArray(Evidence[]::new));
    }
    // A copy of a disk ends so by itself; whoever pastes lines chose where they end.
    boolean chosen = open.file().equals(BackupFacts.INPUT);
    return open.nextRun() == null && !chosen
        ? Verdict.inconclusive(Phrase.of("because.filesystem-left-frozen.log-ends"))
            .missing(SnapshotFacts.STUCK_TASKS)
        : Verdict.inconclusive(Phrase.of("because.filesystem-left-frozen.no-thaw"))
            .missing(SnapshotFacts.STUCK_TASKS)
            .hinting(List.of(run(open)));
  }

  private static Verdict running(
      List<StuckTasks.Task> waiting, @Nullable FreezeRun open, Facts facts) {
    if (waiting.isEmpty()) {
      return Verdict.ruledOut(
          When.NOW,
          Evidence.of(
              SnapshotFacts.STUCK_TASKS, Phrase.of("evidence.filesystem-left-frozen.none")));
    }
    List<Evidence> why = new ArrayList<>();
    waiting.stream().limit(3).map(FilesystemLeftFrozen::task).forEach(why::add);
    Instant now = facts.value(BackupFacts.REFERENCE_TIME);
    if (open == null || open.at() == null || now == null) {
      return Verdict.inconclusive(Phrase.of("because.filesystem-left-frozen.no-freeze"))
          .hinting(why);
    }
    why.add(run(open));
    return open.at().plus(LONGEST_FREEZE).isBefore(now)
        ? Verdict.likely(When.NOW, why.toArray(Evidence[]::new))
        : Verdict.inconclusive(Phrase.of("because.filesystem-left-frozen.underway")).hinting(why);
  }

  private static List<StuckTasks.Task> waiting(StuckTasks stuck) {
    return stuck.tasks().stream().filter(task -> FREEZE_WAITS.contains(task.waitsIn())).toList();
  }

  private static @Nullable FreezeRun openRun(Facts facts) {
    FreezeRun run = facts.value(SnapshotFacts.FREEZE_RUN);
    JobWindow window = facts.value(BackupFacts.WINDOW);
    return run == null || run.ended() || window == null || !window.contains(run.at()) ? null : run;
  }

  private static List<Evidence> hungAfter(FreezeRun run, Facts facts) {
    List<Evidence> hung = new ArrayList<>();
    Instant from = run.at();
    for (LogEvent event : Agreement.lines(facts, SnapshotFacts.KERNEL_LOG, HUNG)) {
      Instant time = event.time();
      boolean soon =
          from != null
              && time != null
              && !time.isBefore(from)
              && !time.isAfter(from.plus(HUNG_SOON));
      if (soon && hung.size() < 3) {
        hung.add(
            Agreement.line(
                SnapshotFacts.KERNEL_LOG,
                event,
                Phrase.of("evidence.filesystem-left-frozen.hung")));
      }
    }
    return hung;
  }

  private static Evidence task(StuckTasks.Task task) {
    return Evidence.of(
            SnapshotFacts.STUCK_TASKS,
            Phrase.of(
                "evidence.filesystem-left-frozen.task",
                "name",
                task.name(),
                "process",
                String.valueOf(task.process())))
        .withExcerpt(task.waitsIn())
        .withPlace("/proc/" + task.process() + "/wchan", 0);
  }

  private static Evidence run(FreezeRun run) {
    return Evidence.of(
            SnapshotFacts.FREEZE_RUN, Phrase.of("evidence.filesystem-left-frozen.no-thaw"))
        .withExcerpt(run.text())
        .withPlace(run.file(), run.line())
        .withTime(run.at());
  }
}
