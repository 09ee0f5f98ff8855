package io.github.backupdiag.guest.internal.linux;

import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.StuckTasks;
import io.github.backupdiag.guest.internal.Questions;
import io.github.backupdiag.guest.internal.Seen;
import io.github.backupdiag.guestaccess.Answers;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.guestaccess.FileContents;
import io.github.backupdiag.guestaccess.GuestConnection;
import io.github.backupdiag.guestaccess.Question;
import io.github.backupdiag.internal.parse.LoadFiles;
import io.github.backupdiag.internal.parse.ProcessState;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks where processes wait inside the kernel (guest.linux.freeze.frozen-now). Only reads: to
 * write to a frozen file system would hang this process too.
 */
public final class StuckTasksProbe implements GuestProbe {

  private static final int MOST_TASKS = 100;

  /** A task that hangs for minutes adds one to the load; below it, no thread can hang. */
  private static final double LOAD_OF_ONE = 0.9;

  private static final Question<FileContents> STATES =
      new Question.Files("/proc/*/stat", 32_768, 512);
  private static final Question<FileContents> THREADS =
      new Question.Files("/proc/*/task/*/stat", 8_192, 512);
  private static final Question<FileContent> LOAD = Question.file("/proc/loadavg");
  private static final List<Question<?>> FIRST = List.of(STATES, LOAD);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.stuck-tasks", SnapshotFacts.STUCK_TASKS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.frozen-now")
          .withAccessNeeds(Questions.needs(FIRST, List.of("/proc/*/task/*/stat", "/proc/*/wchan")));

  /** Made by {@code ServiceLoader}. */
  public StuckTasksProbe() {}

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
    stuck(soFar).keySet().forEach(task -> more.add(channel(task)));
    if (mayThreadsHang(soFar)) {
      more.add(THREADS);
    }
    return Questions.open(more, soFar);
  }

  @Override
  public Observations read(Answers answers, ProbeContext context) {
    FileContents states = Seen.value(answers, STATES);
    if (states == null) {
      return Seen.nothing(SnapshotFacts.STUCK_TASKS, answers, List.of(STATES), "/proc");
    }
    List<StuckTasks.Task> tasks = new ArrayList<>();
    boolean hidden = states.files().stream().noneMatch(file -> file.path().equals("/proc/1/stat"));
    for (Map.Entry<Long, String> task : stuck(answers).entrySet()) {
      String channel = channel(answers, task.getKey());
      hidden |= channel.isEmpty();
      tasks.add(new StuckTasks.Task(task.getKey(), task.getValue(), channel));
    }
    return hidden
        ? Observations.builder()
            .unavailable(
                SnapshotFacts.STUCK_TASKS, UnavailableReason.NOT_PERMITTED, "/proc/*/wchan")
            .build()
        : Observations.builder()
            .observed(SnapshotFacts.STUCK_TASKS, new StuckTasks(tasks), "/proc")
            .build();
  }

  /** Names of the processes and threads that cannot be woken, by their id. */
  private static Map<Long, String> stuck(Answers answers) {
    Map<Long, String> stuck = new LinkedHashMap<>();
    for (Question<FileContents> question : List.of(STATES, THREADS)) {
      FileContents states = Seen.value(answers, question);
      for (FileContent file : states == null ? List.<FileContent>of() : states.files()) {
        ProcessState state = ProcessState.parse(file.path(), file.text());
        if (state != null && state.state() == 'D' && stuck.size() < MOST_TASKS) {
          stuck.putIfAbsent(state.process(), state.name());
        }
      }
    }
    return stuck;
  }

  private static boolean mayThreadsHang(Answers answers) {
    FileContent load = Seen.value(answers, LOAD);
    return load != null && LoadFiles.lastMinute(load.text()) >= LOAD_OF_ONE;
  }

  /** The kernel writes 0 where nothing waits, and also where it may not be told. */
  private static String channel(Answers answers, long task) {
    FileContent file = Seen.value(answers, channel(task));
    String channel = file == null ? "" : file.text().strip();
    return channel.equals("0") ? "" : channel;
  }

  /** A thread has its folder here as well, though no listing shows it (proc(5)). */
  private static Question<FileContent> channel(long task) {
    return new Question.File("/proc/" + task + "/wchan", 64, Question.Part.HEAD);
  }
}
