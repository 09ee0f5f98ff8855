package io.github.backupdiag.internal.timeline;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.guest.ExtensionFacts;
import io.github.backupdiag.fact.guest.ExtensionRun;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of one run how it ended, what it reached, and what the logs do not tell. */
final class TimelineDraft {

  /** A script may take half an hour by default (ScriptRunner), during which nothing is written. */
  private static final Duration MAY_RUN = Duration.ofMinutes(30);

  private static final Map<ExtensionRun.End, String> HANGS =
      Map.of(
          ExtensionRun.End.FROZEN_LOG, "log-disk-frozen",
          ExtensionRun.End.HELPER, "freeze-helper",
          ExtensionRun.End.MOUNT_LIST, "mount-list");

  private final FactSet facts;
  private final StagePlan plan;
  private final Map<String, Lane> lanes;
  private final RunChoice choice;
  private final String log;
  private final @Nullable LogRun partner;
  private final Steps steps;
  private final List<Phrase> limits = new ArrayList<>();

  TimelineDraft(
      FactSet facts,
      StagePlan plan,
      Map<String, Lane> lanes,
      RunChoice choice,
      String log,
      @Nullable LogRun partner,
      Steps steps) {
    this.facts = facts;
    this.plan = plan;
    this.lanes = lanes;
    this.choice = choice;
    this.log = log;
    this.partner = partner;
    this.steps = steps;
  }

  Timeline write(List<Sighting> lines) {
    Steps.Ending ending = steps.ending();
    Sighting last = Objects.requireNonNull(steps.last()).line();
    Instant until = until(ending, last.time());
    Outcome outcome = outcome(ending, until);
    return new Timeline(
        outcome,
        choice.run().task(),
        begin(),
        choice.attempts(),
        lines.stream().map(line -> line.event().file()).distinct().sorted().toList(),
        stages(outcome, ending),
        last.mark(),
        until,
        ending == null ? null : ending.line().mark(),
        outcome == Outcome.STOPPED ? stop() : null,
        new Mishaps(plan, steps, choice.dated() ? facts.value(BackupFacts.WINDOW) : null)
            .in(lines, until),
        limits);
  }

  private @Nullable Instant begin() {
    return Stream.of(choice.run().begin(), partner == null ? null : partner.begin())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private @Nullable Instant until(Steps.@Nullable Ending ending, @Nullable Instant last) {
    if (ending != null) {
      return ending.good() ? null : ending.line().time();
    }
    if (last == null) {
      return null;
    }
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    return Stream.of(choice.run().next(), failed, newest())
        .filter(time -> time != null && !time.isBefore(last))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant newest() {
    return lanes.values().stream()
        .map(Lane::newest)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Outcome outcome(Steps.@Nullable Ending ending, @Nullable Instant until) {
    Lane main = lanes.get(plan.main());
    if (!choice.dated()) {
      limit("undated");
    }
    if (ending != null) {
      return ending.good() ? Outcome.SUCCEEDED : Outcome.FAILED;
    }
    if (main == null || (!log.equals(plan.main()) && !tellsOfThatTime(main))) {
      limit("no-main-log");
    } else if (main.pasted()) {
      limit("pasted");
    } else if (isLoggingOff()) {
      limit("logging-off");
    } else if (!main.complete() && !isFollowed()) {
      limit("cut");
    } else if (choice.dated() && !mayRun(until)) {
      return Outcome.STOPPED;
    } else if (choice.dated()) {
      limit("may-run");
    }
    return Outcome.UNKNOWN;
  }

  /** A log without the run tells that the run never came so far only if it would hold it. */
  private boolean tellsOfThatTime(Lane main) {
    Instant begin = choice.run().begin();
    Instant oldest =
        main.lines().stream()
            .map(Sighting::written)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return begin != null && oldest != null && oldest.isBefore(begin);
  }

  /** A log of which only a part was read is whole at its end if something later was read. */
  private boolean isFollowed() {
    Instant end = choice.run().end();
    Instant newest = newest();
    return choice.run().followed() || (end != null && newest != null && newest.isAfter(end));
  }

  private boolean mayRun(@Nullable Instant until) {
    Instant end = choice.run().end();
    if (choice.run().followed() || end == null || until == null) {
      return !choice.run().followed();
    }
    Instant failed = facts.value(BackupFacts.FAILED_AT);
    if (failed != null && failed.isAfter(end)) {
      return false;
    }
    Instant now = facts.value(BackupFacts.CLOCK_NOW);
    Instant latest = now != null && now.isAfter(until) ? now : until;
    return Duration.between(end, latest).compareTo(MAY_RUN) < 0;
  }

  private boolean isLoggingOff() {
    VmbackupConf conf = facts.value(SnapshotFacts.VMBACKUP_CONF);
    return conf != null && (is(conf, "WriteLog", "false") || is(conf, "LoggingOff", "1"));
  }

  private static boolean is(VmbackupConf conf, String key, String value) {
    VmbackupConf.Setting setting = conf.find(key);
    return setting != null && setting.value().equalsIgnoreCase(value);
  }

  private void limit(String name) {
    limits.add(Phrase.of("report.timeline.limit." + name));
  }

  private List<Timeline.Stage> stages(Outcome outcome, Steps.@Nullable Ending ending) {
    int furthest = Objects.requireNonNull(steps.last()).stage();
    boolean concludes = outcome == Outcome.STOPPED || outcome == Outcome.FAILED;
    List<Timeline.Stage> stages = new ArrayList<>();
    for (int i = 0; i < plan.stages().size(); i++) {
      StagePlan.Stage stage = plan.stages().get(i);
      List<Sighting> seen = steps.of(i);
      boolean isResult = i == plan.stages().size() - 1;
      if (isResult && seen.isEmpty() && ending != null && ending.reported()) {
        seen = List.of(ending.line());
      }
      if (!seen.isEmpty() || !stage.optional()) {
        boolean missing = concludes && i > furthest && !steps.isLost(stage.id());
        State unseen = missing ? State.NOT_REACHED : State.UNKNOWN;
        stages.add(stage(stage.id(), seen, unseen));
      }
    }
    return stages;
  }

  private static Timeline.Stage stage(String id, List<Sighting> seen, State unseen) {
    Phrase title = Phrase.of("report.stage." + id);
    return seen.isEmpty()
        ? new Timeline.Stage(id, title, unseen, null, null)
        : new Timeline.Stage(
            id, title, State.REACHED, earliest(seen).mark(), seen.get(seen.size() - 1).mark());
  }

  private static Sighting earliest(List<Sighting> seen) {
    Sighting earliest = seen.get(0);
    for (Sighting line : seen) {
      Instant time = line.time();
      Instant before = earliest.time();
      earliest = time != null && before != null && time.isBefore(before) ? line : earliest;
    }
    return earliest;
  }

  /** The end of a file is evidence; of a text that somebody copied it is none. */
  private @Nullable Phrase stop() {
    Lane main = lanes.get(plan.main());
    if (main == null || main.pasted() || !log.equals(plan.main()) || choice.run().followed()) {
      return null;
    }
    ExtensionRun run = facts.value(ExtensionFacts.RUN);
    Sighting last = choice.run().lastLine();
    if (run != null) {
      String hang = HANGS.get(run.end());
      boolean same = Objects.equals(run.last(), last.event().time());
      return hang == null || !same ? stopped(last, run.line() == last.event().line()) : hang(hang);
    }
    return stopped(last, last.written() != null && last.written().equals(main.newest()));
  }

  private @Nullable Phrase stopped(Sighting last, boolean isLastLine) {
    return !isLastLine
        ? null
        : plan.stops().stream()
            .filter(stop -> stop.after().contains(last.signature()))
            .findFirst()
            .map(stop -> hang(stop.stop()))
            .orElse(null);
  }

  private static Phrase hang(String name) {
    return Phrase.of("report.timeline.stop." + name);
  }
}
