package io.github.backupdiag.internal.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The lines of one run by what they tell: steps in the order of the stages, result, errors. */
final class Steps {

  /** A step and the place of its stage. */
  record Step(int stage, Sighting line) {}

  /** How the run ended, and whether it says so itself. */
  record Ending(Sighting line, boolean good, boolean ofApplications, boolean reported) {}

  private static final Comparator<Step> ORDER =
      Comparator.comparingInt(Step::stage)
          .thenComparingInt(step -> step.line().milestone())
          .thenComparing(
              step -> step.line().time(), Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(step -> step.line().event().file())
          .thenComparingLong(step -> step.line().event().line())
          .thenComparing(step -> step.line().signature());

  private final StagePlan plan;
  private final List<Sighting> lines;
  private final List<Step> steps = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();

  Steps(StagePlan plan, List<Sighting> lines) {
    this.plan = plan;
    this.lines = lines;
    lines.forEach(line -> seen.add(line.milestone()));
    for (Sighting line : lines) {
      int stage = line.milestone() == 0 ? -1 : plan.stageOf(line, seen);
      if (stage >= 0) {
        steps.add(new Step(stage, line));
      }
    }
    steps.sort(ORDER);
  }

  List<Step> inOrder() {
    return steps;
  }

  List<Sighting> of(int stage) {
    return steps.stream().filter(step -> step.stage() == stage).map(Step::line).toList();
  }

  @Nullable Step last() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1);
  }

  /** True if lines that would show a stage were kept in memory and never written. */
  boolean isLost(String stage) {
    StagePlan.Buffer buffer = plan.buffer();
    return buffer != null && buffer.isLost(stage, seen);
  }

  /** What the run says last of its end, or null. */
  @Nullable Ending ending() {
    Ending ending = null;
    for (Sighting line : lines) {
      Ending told = ending(line);
      ending = told == null ? ending : told;
    }
    return ending != null ? ending : broken();
  }

  private @Nullable Ending ending(Sighting line) {
    StagePlan.Finish finished = plan.finished();
    if (finished != null
        && line.signature().equals(finished.signature())
        && line.text().contains(finished.holds())) {
      return new Ending(line, true, false, true);
    }
    StagePlan.Result result = plan.result();
    if (result == null || !line.log().equals(plan.main())) {
      return null;
    }
    Matcher code = result.pattern().matcher(line.text());
    if (!code.find()) {
      return null;
    }
    int value = Integer.parseInt(code.group(1));
    return result.working().contains(value)
        ? null
        : new Ending(
            line, result.good().contains(value), result.application().contains(value), true);
  }

  private @Nullable Ending broken() {
    return lines.stream()
        .filter(plan::breaks)
        .findFirst()
        .map(line -> new Ending(line, false, false, false))
        .orElse(null);
  }

  /** The furthest stage begun when a line was written, or -1. */
  int stageAt(Sighting line) {
    int stage = -1;
    for (Step step : steps) {
      stage = isBefore(step.line(), line) ? Math.max(stage, step.stage()) : stage;
    }
    return stage;
  }

  private boolean isBefore(Sighting step, Sighting line) {
    Instant begun = step.time();
    Instant time = line.time();
    if (begun != null && time != null) {
      return !begun.isAfter(time);
    }
    return step.log().equals(line.log()) && lines.indexOf(step) < lines.indexOf(line);
  }
}
