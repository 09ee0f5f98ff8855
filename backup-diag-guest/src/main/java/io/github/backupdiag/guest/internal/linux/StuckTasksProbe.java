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
import io.github.backupdiag.internal.parse.ProcessState;
import io.github.backupdiag.internal.parse.ProcessTable;
import io.github.backupdiag.probe.GuestProbe;
import io.github.backupdiag.probe.Observations;
import io.github.backupdiag.probe.ProbeContext;
import io.github.backupdiag.probe.ProbeDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks where processes wait inside the kernel (guest.linux.freeze.frozen-now). Only reads: to
 * write to a frozen file system would hang this process too.
 */
public final class StuckTasksProbe implements GuestProbe {

  private static final Question<FileContents> STATES =
      new Question.Files("/proc/*/stat", 32_768, 512);
  private static final Question<FileContents> CHANNELS =
      new Question.Files("/proc/*/wchan", 32_768, 64);
  private static final List<Question<?>> QUESTIONS = List.of(STATES, CHANNELS);

  private static final ProbeDescriptor DESCRIPTOR =
      ProbeDescriptor.of("guest.linux.stuck-tasks", SnapshotFacts.STUCK_TASKS)
          .withConnections(GuestConnection.class)
          .withChecks("guest.linux.freeze.frozen-now")
          .withAccessNeeds(Questions.needs(QUESTIONS));

  /** Made by {@code ServiceLoader}. */
  public StuckTasksProbe() {}

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
    FileContents states = Seen.value(answers, STATES);
    Map<Long, String> channels = channels(Seen.value(answers, CHANNELS));
    if (states == null) {
      return Seen.nothing(SnapshotFacts.STUCK_TASKS, answers, List.of(STATES), "/proc");
    }
    List<StuckTasks.Task> tasks = new ArrayList<>();
    boolean hidden = channels.isEmpty();
    for (FileContent file : states.files()) {
      ProcessState state = ProcessState.parse(file.path(), file.text());
      if (state != null && state.state() == 'D') {
        String channel = channels.get(state.process());
        hidden |= channel == null;
        tasks.add(
            new StuckTasks.Task(state.process(), state.name(), channel == null ? "" : channel));
      }
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

  /** The kernel writes 0 where nothing waits, and also where it may not be told. */
  private static Map<Long, String> channels(@org.jspecify.annotations.Nullable FileContents files) {
    Map<Long, String> channels = new HashMap<>();
    for (FileContent file : files == null ? List.<FileContent>of() : files.files()) {
      String channel = file.text().strip();
      if (!channel.isEmpty() && !channel.equals("0")) {
        channels.put(ProcessTable.processId(file.path()), channel);
      }
    }
    return channels;
  }
}
