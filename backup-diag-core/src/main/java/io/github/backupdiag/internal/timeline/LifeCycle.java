package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.JobWindow;
import io.github.backupdiag.fact.guest.GuestFacts;
import io.github.backupdiag.report.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the failed run in the logs and how far it got. */
public final class LifeCycle {

  /** The shell script writes its first line before the extension does. */
  private static final Duration BEFORE = Duration.ofSeconds(30);

  private final FactSet facts;
  private final StagePlan plan;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, List<LogRun>> runs = new HashMap<>();

  private LifeCycle(FactSet facts, StagePlan plan, Map<String, LogSignature> signatures) {
    this.facts = facts;
    this.plan = plan;
    for (String log : plan.logs()) {
      Lane lane = Lane.of(log, facts, signatures);
      Lane quoted = lane == null || lane.lines().isEmpty() ? quoted(log, signatures) : null;
      lane = quoted == null ? lane : quoted;
      if (lane != null) {
        lanes.put(log, lane);
      }
    }
    for (StagePlan.Start start : plan.runs()) {
      Lane lane = lanes.get(start.log());
      runs.put(start.log(), lane == null ? List.of() : RunSplit.of(lane, start));
    }
  }

  private @Nullable Lane quoted(String log, Map<String, LogSignature> signatures) {
    return Lane.quoted(log, facts, signatures);
  }

  /**
   * Reads the logs.
   *
   * @param facts with the window of the job
   * @param catalog whose signatures the logs were searched for
   * @return how far the failed run got, or null if no log shows a run in the time of the job
   */
  public static @Nullable Timeline of(FactSet facts, Catalog catalog) {
    if (noLogs(facts)) {
      return null;
    }
    Map<String, LogSignature> signatures = new HashMap<>();
    catalog.signatures().forEach(signature -> signatures.put(signature.id(), signature));
    for (StagePlan plan : StagePlan.all()) {
      Timeline timeline = new LifeCycle(facts, plan, signatures).timeline();
      if (timeline != null) {
        return timeline;
      }
    }
    return null;
  }

  /**
   * Gives the causes that are known to stop a run where this one stopped. That is a reason to look
   * at them, and proves none.
   *
   * @param timeline of the run, or null
   * @return ids of causes, may be empty
   */
  public static Set<String> suspects(@Nullable Timeline timeline) {
    Phrase stop = timeline == null ? null : timeline.stop();
    if (stop == null) {
      return Set.of();
    }
    return StagePlan.all().stream()
        .flatMap(plan -> plan.stops().stream())
        .filter(known -> known.phrase().equals(stop))
        .flatMap(known -> known.causes().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Finds the good run that the logs end with.
   *
   * @param facts what was seen
   * @param catalog whose signatures the logs were searched for
   * @return the newest run that says how it ended, or null if it did not end well or has no time
   */
  public static @Nullable GoodRun goodRun(FactSet facts, Catalog catalog) {
    if (noLogs(facts)) {
      return null;
    }
    Map<String, LogSignature> signatures = new HashMap<>();
    catalog.signatures().forEach(signature -> signatures.put(signature.id(), signature));
    return StagePlan.all().stream()
        .map(plan -> new LifeCycle(facts, plan, signatures).goodRun())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable GoodRun goodRun() {
    LogRun newest = null;
    Steps.Ending ending = null;
    for (LogRun run : runsOf(plan.main())) {
      Steps.Ending told = new Steps(plan, run.lines()).ending();
      newest = told == null ? newest : run;
      ending = told == null ? ending : told;
    }
    Instant begin = newest == null || newest.headless() ? null : newest.begin();
    return begin == null || ending == null || !ending.good()
        ? null
        : new GoodRun(
            GuestFacts.logEvents(plan.main()),
            begin,
            ending.ofApplications(),
            ending.line().mark());
  }

  private static boolean noLogs(FactSet facts) {
    return facts.value(BackupFacts.QUOTED_LINES) == null
        && StagePlan.all().stream()
            .flatMap(plan -> plan.logs().stream())
            .allMatch(log -> facts.value(GuestFacts.logEvents(log)) == null);
  }

  private @Nullable Timeline timeline() {
    RunChoice undated = null;
    JobWindow window = facts.value(BackupFacts.WINDOW);
    for (StagePlan.Start start : plan.runs()) {
      RunChoice choice = RunChoice.of(runsOf(start.log()), window, this::succeeded);
      if (choice != null && choice.dated()) {
        return timeline(choice, start.log(), window);
      }
      undated = undated == null ? choice : undated;
    }
    return undated == null ? null : timeline(undated, undated.run().lines().get(0).log(), window);
  }

  private @Nullable Timeline timeline(RunChoice choice, String log, @Nullable JobWindow window) {
    List<Sighting> lines = new ArrayList<>(choice.run().lines());
    LogRun partner = null;
    for (StagePlan.Start other : plan.runs()) {
      if (!other.log().equals(log)) {
        partner = RunChoice.partner(choice.run(), runsOf(other.log()));
        lines.addAll(partner == null ? List.of() : partner.lines());
      }
    }
    lines.addAll(beside(choice.run(), partner, window));
    Steps steps = new Steps(plan, lines);
    return steps.last() == null
        ? null
        : new TimelineDraft(facts, plan, lanes, choice, log, partner, steps).write(lines);
  }

  private List<LogRun> runsOf(String log) {
    return runs.getOrDefault(log, List.of());
  }

  private boolean succeeded(LogRun run) {
    Steps.Ending ending = new Steps(plan, run.lines()).ending();
    return ending != null && ending.good();
  }

  /** Lines of logs that do not show where a run begins, by their time. */
  private List<Sighting> beside(LogRun run, @Nullable LogRun partner, @Nullable JobWindow window) {
    Instant begin = run.begin();
    List<Sighting> lines = new ArrayList<>();
    if (begin == null || window == null) {
      return lines;
    }
    Instant other = partner == null ? null : partner.begin();
    Instant from = (other != null && other.isBefore(begin) ? other : begin).minus(BEFORE);
    Instant next = run.next();
    Instant to = next == null ? window.end() : next.minus(BEFORE);
    for (String log : plan.beside()) {
      Lane lane = lanes.get(log);
      for (Sighting line : lane == null ? List.<Sighting>of() : lane.lines()) {
        Instant time = line.written();
        if (time != null && !time.isBefore(from) && time.isBefore(to)) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
