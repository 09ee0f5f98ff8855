package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.internal.parse.HandlerName;
import io.github.backupdiag.report.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what went wrong on the way of one run.
 *
 * @param plan the stages
 * @param steps the steps of the run
 * @param window outside of which nothing counts, or null for a run without times
 */
record Mishaps(StagePlan plan, Steps steps, @Nullable JobWindow window) {

  private static final int MOST = 12;

  /** Lines that the agent repeats: their time is not that of the fault. */
  private static final String REPEATED = "[PERIODIC]";

  /** Gives one line of each kind, in order; nothing after the end. */
  List<Timeline.Mishap> in(List<Sighting> lines, @Nullable Instant end) {
    Set<String> kinds = new HashSet<>();
    Set<Place> places = new HashSet<>();
    List<Timeline.Mishap> errors = new ArrayList<>();
    for (Sighting line : inTime(lines)) {
      boolean isNew = counts(line, end) && kinds.add(line.signature()) && places.add(place(line));
      if (isNew && errors.size() < MOST) {
        int stage = steps.stageAt(line);
        String id = stage < 0 ? null : plan.stages().get(stage).id();
        errors.add(new Timeline.Mishap(id, line.mark()));
      }
    }
    return errors;
  }

  private boolean counts(Sighting line, @Nullable Instant end) {
    return line.isError()
        && !line.text().contains(REPEATED)
        && !isOfNeighbour(line)
        && (window == null || window.contains(line.written()))
        && !isAfter(line.time(), end);
  }

  /** In the agent's log, lines that name another extension speak of that one. */
  private static boolean isOfNeighbour(Sighting line) {
    String name = HandlerName.in(line.text());
    return !name.isEmpty() && !name.contains(StagePlan.EXTENSION);
  }

  private static boolean isAfter(@Nullable Instant time, @Nullable Instant end) {
    return time != null && end != null && time.isAfter(end);
  }

  /** A line that holds two known errors is one error. */
  private record Place(String file, long line, String text) {}

  private static Place place(Sighting line) {
    return new Place(line.event().file(), line.event().line(), line.text());
  }

  private static List<Sighting> inTime(List<Sighting> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing(Sighting::time, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(line -> line.event().file())
                .thenComparingLong(line -> line.event().line())
                .thenComparing(Sighting::signature))
        .toList();
  }
}
