package io.github.backupdiag.internal.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.catalog.LogSignature;
import io.github.backupdiag.fact.backup.LogEvent;
import io.github.backupdiag.fact.backup.LogEvents;
import io.github.backupdiag.guestaccess.FileContent;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for any lines in any order. */
class LifeCyclePropertiesTest {

  private static final List<LogSignature> SIGNATURES = NightLogs.CATALOG.signatures();
  private static final List<String> LOGS =
      List.of(
          "vmsnapshot-extension",
          "waagent",
          "vmsnapshot-shell",
          "vmsnapshot-windows",
          "waagentwindows");
  private static final List<String> TEXTS =
      List.of(
          "",
          "taskId: 2f6a90c4-5b1e-4a0d-9f37-c0ffee000059",
          "taskId: 00000000",
          "Enable,success,1,,False",
          "Enable,error,999999999,",
          "Enable,success,4,",
          "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0] Target handler state: enabled",
          "x [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]2026-02-31 25:61:99 PM y",
          "2017/11/14 03:06:52 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]x",
          "[PERIODIC] \u0000\ud800\u202e",
          "Plugin enable Succeeded (command: Snapshot)");

  @Property(tries = 400)
  void noLinesMakeItFail(@ForAll Random random, @ForAll @IntRange(max = 60) int size) {
    NightLogs night =
        random.nextInt(4) == 0 ? NightLogs.withoutTimes() : NightLogs.failedAt(NightLogs.FAILED);
    for (String log : LOGS) {
      if (random.nextInt(3) > 0) {
        night.put(
            log,
            new LogEvents(events(log, random, size), time(random), null, random.nextBoolean()));
      }
    }
    Timeline timeline = night.timeline();

    if (timeline != null) {
      holdsTogether(timeline);
    }
  }

  private static void holdsTogether(Timeline timeline) {
    List<Stage> stages = timeline.stages();
    Stage furthest = timeline.furthest();
    assertThat(furthest).isNotNull();
    assertThat(stages)
        .filteredOn(stage -> stage.state() == State.REACHED)
        .allMatch(s -> s.first() != null);
    assertThat(stages.subList(0, stages.indexOf(furthest)))
        .noneMatch(stage -> stage.state() == State.NOT_REACHED);
    if (timeline.outcome() == Outcome.UNKNOWN) {
      assertThat(stages).noneMatch(stage -> stage.state() == State.NOT_REACHED);
      assertThat(timeline.limits()).isNotEmpty();
    }
    assertThat(timeline.stop() == null || timeline.outcome() == Outcome.STOPPED).isTrue();
    assertThat(timeline.attempts()).isPositive();
    assertThat(timeline.errors()).hasSizeLessThanOrEqualTo(12);
  }

  private static List<LogEvent> events(String log, Random random, int size) {
    List<LogSignature> own = SIGNATURES.stream().filter(each -> each.log().equals(log)).toList();
    List<LogSignature> steps = own.stream().filter(each -> each.milestone() > 0).toList();
    List<LogEvent> events = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<LogSignature> from = random.nextInt(4) == 0 ? own : steps;
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      events.add(
          new LogEvent(
              from.get(random.nextInt(from.size())).id(),
              "/log/" + random.nextInt(2),
              random.nextInt(30),
              time(random),
              text));
    }
    return events;
  }

  private static Instant time(Random random) {
    return random.nextInt(6) == 0 ? null : NightLogs.FAILED.minusSeconds(random.nextInt(40) * 60L);
  }

  @Property(tries = 150)
  void theOrderOfNumberedLinesDoesNotMatter(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 45) int length) {
    List<LogEvent> events = night(length);
    List<LogEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    assertThat(of(shuffled)).isEqualTo(of(events));
  }

  @Property(tries = 150)
  void theOrderOfLinesOfOneMomentDoesNotMatter(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 45) int length) {
    List<LogEvent> events =
        night(length).stream()
            .map(each -> new LogEvent(each.signature(), each.file(), 0, each.time(), each.text()))
            .toList();
    Map<Instant, List<LogEvent>> moments = new LinkedHashMap<>();
    events.forEach(
        each -> moments.computeIfAbsent(each.time(), time -> new ArrayList<>()).add(each));
    List<LogEvent> ordered = moments.values().stream().flatMap(List::stream).toList();
    moments.values().forEach(moment -> Collections.shuffle(moment, random));
    List<LogEvent> shuffled = moments.values().stream().flatMap(List::stream).toList();

    assertThat(of(shuffled)).isEqualTo(of(ordered));
  }

  @Property(tries = 60)
  void whatIsReachedStaysReachedWhenTheLogGoesOn(@ForAll @IntRange(min = 1, max = 44) int length) {
    List<String> all = NightLogs.run("2026-03-14", NightLogs.TASK, "121");
    int more = Math.min(all.size(), length + 1);
    Timeline before = of(night(Math.min(all.size(), length)));
    Timeline after = of(night(more));

    if (before != null) {
      assertThat(reached(after)).containsAll(reached(before));
    }
  }

  /** A freeze that failed is not thawed, so only what comes before is compared. */
  private static List<String> reached(Timeline timeline) {
    return timeline.stages().stream()
        .filter(stage -> stage.state() == State.REACHED)
        .map(Stage::id)
        .toList();
  }

  private static List<LogEvent> night(int length) {
    List<String> all = NightLogs.run("2026-03-14", NightLogs.TASK, "121");
    String text = String.join("\n", all.subList(0, Math.min(length, all.size()))) + "\n";
    return NightLogs.read(
            "vmsnapshot-extension", FileContent.of("/var/log/azure/x/extension.log", text))
        .events();
  }

  private static Timeline of(List<LogEvent> events) {
    Instant newest = Instant.parse("2026-03-14T02:15:27.2Z");
    return NightLogs.failedAt(NightLogs.FAILED)
        .put("vmsnapshot-extension", new LogEvents(events, newest, null, true))
        .timeline();
  }
}
