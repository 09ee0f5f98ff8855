package io.github.backupdiag.internal.timeline;

import static io.github.backupdiag.internal.timeline.NightLogs.FAILED;
import static io.github.backupdiag.internal.timeline.NightLogs.TASK;
import static io.github.backupdiag.internal.timeline.NightLogs.failedAt;
import static io.github.backupdiag.internal.timeline.NightLogs.joined;
import static io.github.backupdiag.internal.timeline.NightLogs.line;
import static io.github.backupdiag.internal.timeline.NightLogs.result;
import static io.github.backupdiag.internal.timeline.NightLogs.run;
import static io.github.backupdiag.internal.timeline.NightLogs.theFreeze;
import static io.github.backupdiag.internal.timeline.NightLogs.toTheFreeze;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines are one run, and which run is the failed one. */
class FailedRunTest {

  private static final String DAY = "2026-03-14";
  private static final String DAY_BEFORE = "2026-03-13";
  private static final String OTHER_TASK = "2f6a90c4-5b1e-4a0d-9f37-c0ffee000058";
  private static final List<String> YESTERDAY = run(DAY_BEFORE, OTHER_TASK, "1");

  @Test
  void ofSeveralAttemptsTheLastThatDidNotSucceedCounts() {
    List<String> first = retimed(joined(toTheFreeze(DAY, OTHER_TASK)), "01");
    List<String> second = joined(toTheFreeze(DAY, TASK), theFreeze(DAY), result(DAY, "76"));
    List<String> third = retimed(run(DAY, "2f6a90c4-5b1e-4a0d-9f37-c0ffee000060", "1"), "03");
    Timeline timeline =
        failedAt(Instant.parse("2026-03-14T03:05:00Z"))
            .extension(joined(first, second, third))
            .timeline();

    assertThat(timeline.task()).isEqualTo(TASK);
    assertThat(timeline.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(timeline.attempts()).isEqualTo(3);
  }

  @Test
  void aRunThatWasKilledEndsWhereTheNextBegins() {
    List<String> killed = toTheFreeze(DAY, OTHER_TASK);
    List<String> next =
        List.of(
            line(DAY + " 02:25:11.000000", "starting enable"),
            line(DAY + " 02:25:11.100000", "taskId: " + TASK),
            line(DAY + " 02:25:12.600000", "starting daemon initially"),
            line(DAY + " 02:25:27.000000", "Enable,success,1,,False"));
    Timeline timeline = failedAt(FAILED).extension(joined(killed, next)).timeline();

    assertThat(timeline.task()).isEqualTo(OTHER_TASK);
    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(timeline.until()).isEqualTo("2026-03-14T02:25:11Z");
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(timeline.stop()).as("the log goes on, so its end tells nothing").isNull();
  }

  @Test
  void aCallWithoutATaskOfItsOwnIsNoRun() {
    List<String> calls =
        List.of(
            line(DAY + " 02:20:11.000000", "starting enable"),
            line(DAY + " 02:20:11.100000", "Config decoded correctly."),
            line(DAY + " 02:20:11.200000", "taskId: " + TASK),
            line(DAY + " 02:30:11.000000", "starting enable"));
    Timeline timeline =
        failedAt(FAILED)
            .extension(joined(toTheFreeze(DAY, TASK), calls, theFreeze(DAY), result(DAY, "1")))
            .timeline();

    assertThat(timeline.attempts()).isEqualTo(1);
    assertThat(timeline.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(stage(timeline, "settings").last().time()).isBefore("2026-03-14T02:16:00Z");
  }

  @Test
  void aRunOfAnotherDayIsNotTheFailedOne() {
    assertThat(failedAt(FAILED).extension(YESTERDAY).timeline()).isNull();
  }

  @Test
  void noMilestonesMakeNoTimeline() {
    assertThat(failedAt(FAILED).agent(List.of("no line of any agent")).timeline()).isNull();
    assertThat(failedAt(FAILED).timeline()).isNull();
  }

  @Test
  void aClockWithoutZoneLeavesTheOrderOfTheFile() {
    List<String> lines =
        toTheFreeze(DAY, TASK).stream()
            .map(line -> line.replaceFirst("^(\\d+)-(\\d+)-(\\d+) (\\S{8})\\S*", "$1/$2/$3 $4"))
            .toList();
    Timeline timeline = NightLogs.withoutTimes().extension(lines).timeline();

    assertThat(timeline.start()).isNull();
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(timeline.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(timeline.limits()).contains(limit("undated"));
    assertThat(timeline.silence()).isNull();
  }

  @Test
  void theShellScriptsLinesBelongToTheRunByTheirTime() {
    Timeline timeline =
        failedAt(FAILED)
            .extension(toTheFreeze(DAY, TASK))
            .log(
                "vmsnapshot-shell",
                "/var/log/azure/x/shell.log",
                List.of(
                    "Fri Mar 13 02:15:10 UTC 2026- ConfigSequenceNumber from environment variable"
                        + " seqNo:58",
                    "Sat Mar 14 02:15:10 UTC 2026- ConfigSequenceNumber from environment variable"
                        + " seqNo:59"))
            .timeline();

    assertThat(stage(timeline, "enable").first().time()).isEqualTo("2026-03-14T02:15:10Z");
    assertThat(timeline.logs()).contains("/var/log/azure/x/shell.log");
  }

  private static List<String> retimed(List<String> lines, String hour) {
    return lines.stream().map(line -> line.replaceFirst(" 02:", " " + hour + ":")).toList();
  }

  private static Phrase limit(String name) {
    return Phrase.of("report.timeline.limit." + name);
  }

  private static Stage stage(Timeline timeline, String id) {
    return timeline.stages().stream()
        .filter(stage -> stage.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
