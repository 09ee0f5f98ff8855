package io.github.backupdiag.internal.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a log into its runs. The agent calls the extension again and again while the settings are
 * the same; such a call without a task of its own begins no run. Not thread-safe.
 */
final class RunSplit {

  private static final Pattern TASK = Pattern.compile("taskId: ?([0-9A-Za-z-]{8,64})");

  private final StagePlan.Start start;
  private final List<Draft> drafts = new ArrayList<>();

  /** Lines that come before a run that may follow. */
  private final List<Sighting> leads = new ArrayList<>();

  /** Lines since a call that may begin a run. */
  private final List<Sighting> called = new ArrayList<>();

  private RunSplit(StagePlan.Start start) {
    this.start = start;
  }

  /** A run whose lines are being collected. */
  private static final class Draft {
    final List<Sighting> lines = new ArrayList<>();
    final boolean headless;
    @Nullable String task;

    Draft(boolean headless) {
      this.headless = headless;
    }
  }

  /** Gives the runs of a log, oldest first. */
  static List<LogRun> of(Lane lane, StagePlan.Start start) {
    RunSplit split = new RunSplit(start);
    lane.lines().forEach(split::line);
    return split.runs();
  }

  private void line(Sighting line) {
    if (line.signature().equals(start.begins()) && line.text().contains(start.holds())) {
      call(line);
    } else if (start.leads(line.milestone())) {
      lead(line);
    } else if (!called.isEmpty()) {
      called.add(line);
      decide(line);
    } else if (!leads.isEmpty()) {
      leads.add(line);
    } else {
      current().lines.add(line);
    }
  }

  private void call(Sighting line) {
    if (start.works() == 0) {
      List<Sighting> before = List.copyOf(leads);
      leads.clear();
      begin(before);
      current().lines.add(line);
    } else {
      dropCall();
      called.add(line);
    }
  }

  /** An earlier one for which no run came does not belong to this one. */
  private void lead(Sighting line) {
    boolean again =
        leads.stream()
            .mapToInt(Sighting::milestone)
            .anyMatch(before -> start.leads(before) && before >= line.milestone());
    if (again) {
      dropLeads();
    }
    leads.add(line);
  }

  private void dropLeads() {
    for (Sighting line : leads) {
      if (!start.leads(line.milestone())) {
        current().lines.add(line);
      }
    }
    leads.clear();
  }

  private void decide(Sighting line) {
    if (line.signature().equals(start.task())) {
      String task = taskOf(line);
      boolean same = !drafts.isEmpty() && task != null && task.equals(current().task);
      if (same) {
        called.remove(line);
        dropCall();
      } else {
        beginCalled();
        current().task = task;
      }
    } else if (line.milestone() >= start.works()) {
      boolean first = line.milestone() == start.works();
      if (drafts.isEmpty() || (first && works(current()))) {
        beginCalled();
      } else {
        dropCall();
      }
    } else if (line.isError()) {
      beginCalled();
    }
  }

  private boolean works(Draft draft) {
    return draft.lines.stream().anyMatch(line -> line.milestone() >= start.works());
  }

  private void beginCalled() {
    List<Sighting> lines = List.copyOf(called);
    called.clear();
    begin(lines);
  }

  /** A call that was no run takes its own steps with it; what else was written stays. */
  private void dropCall() {
    for (Sighting line : called) {
      if (line.milestone() == 0 || line.milestone() >= start.works()) {
        current().lines.add(line);
      }
    }
    called.clear();
  }

  private void begin(List<Sighting> lines) {
    Draft draft = new Draft(false);
    draft.lines.addAll(lines);
    drafts.add(draft);
  }

  private Draft current() {
    if (drafts.isEmpty()) {
      drafts.add(new Draft(true));
    }
    return drafts.get(drafts.size() - 1);
  }

  private static @Nullable String taskOf(Sighting line) {
    Matcher task = TASK.matcher(line.text());
    return task.find() ? task.group(1) : null;
  }

  private List<LogRun> runs() {
    if (called.stream().skip(1).anyMatch(line -> line.milestone() > 0 || line.isError())) {
      beginCalled();
    }
    dropCall();
    dropLeads();
    List<Draft> told = drafts.stream().filter(RunSplit::tells).toList();
    List<LogRun> runs = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      Draft draft = told.get(i);
      LogRun next = i + 1 < told.size() ? run(told.get(i + 1), null) : null;
      runs.add(run(draft, next));
    }
    return runs;
  }

  private static LogRun run(Draft draft, @Nullable LogRun next) {
    return new LogRun(
        List.copyOf(draft.lines),
        draft.headless,
        draft.task,
        next == null ? null : next.begin(),
        next != null);
  }

  private static boolean tells(Draft draft) {
    return draft.lines.stream().anyMatch(line -> line.milestone() > 0);
  }
}
