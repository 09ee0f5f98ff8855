package io.github.backupdiag.internal.timeline;

import static io.github.backupdiag.internal.timeline.NightLogs.FAILED;
import static io.github.backupdiag.internal.timeline.NightLogs.TASK;
import static io.github.backupdiag.internal.timeline.NightLogs.agentRun;
import static io.github.backupdiag.internal.timeline.NightLogs.failedAt;
import static io.github.backupdiag.internal.timeline.NightLogs.heartbeat;
import static io.github.backupdiag.internal.timeline.NightLogs.joined;
import static io.github.backupdiag.internal.timeline.NightLogs.line;
import static io.github.backupdiag.internal.timeline.NightLogs.newestRun;
import static io.github.backupdiag.internal.timeline.NightLogs.result;
import static io.github.backupdiag.internal.timeline.NightLogs.run;
import static io.github.backupdiag.internal.timeline.NightLogs.theFreeze;
import static io.github.backupdiag.internal.timeline.NightLogs.toTheFreeze;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.guest.SnapshotFacts;
import io.github.backupdiag.fact.guest.VmbackupConf;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a run got on Linux, with logs as agent and extension write them. */
class LifeCycleTest {

  private static final String DAY = "2026-03-14";
  private static final String DAY_BEFORE = "2026-03-13";
  private static final String OTHER_TASK = "2f6a90c4-5b1e-4a0d-9f37-c0ffee000058";
  private static final List<String> YESTERDAY = run(DAY_BEFORE, OTHER_TASK, "1");

  @Test
  void aGoodRunGoesThroughAllStages() {
    Timeline timeline =
        failedAt(FAILED).extension(run(DAY, TASK, "1")).agent(agentRun(DAY, 59)).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(timeline.task()).isEqualTo(TASK);
    assertThat(timeline.start()).isEqualTo("2026-03-14T02:15:08.1Z");
    assertThat(timeline.stages())
        .extracting(Stage::id, Stage::state)
        .allMatch(stage -> stage.toList().get(1) == State.REACHED)
        .hasSize(10);
    assertThat(timeline.until()).isNull();
    assertThat(timeline.limits()).isEmpty();
  }

  @Test
  void theLateLinesOfTheFreezeStandWhereTheyHappened() {
    Timeline timeline = failedAt(FAILED).extension(run(DAY, TASK, "1")).timeline();

    Stage freeze = stage(timeline, "freeze");
    assertThat(freeze.first().signature()).isEqualTo("ext-freeze-timeout-value");
    assertThat(freeze.last().signature()).isEqualTo("ext-m4");
    assertThat(freeze.last().time()).isEqualTo("2026-03-14T02:15:19.129104Z");
    Stage thaw = stage(timeline, "thaw");
    assertThat(thaw.first().time()).isEqualTo("2026-03-14T02:15:24Z");
    assertThat(stage(timeline, "snapshot").last().signature()).isEqualTo("ext-m6-host");
  }

  @Test
  void anUploadOfTheFirstStatusIsNoResult() {
    Timeline timeline = failedAt(FAILED).extension(toTheFreeze(DAY, TASK)).timeline();

    assertThat(stage(timeline, "result").state()).isEqualTo(State.NOT_REACHED);
  }

  @Test
  void aRunThatHangsInTheFreezeHelperStopsThere() {
    List<String> hung =
        joined(
            YESTERDAY,
            toTheFreeze(DAY, TASK),
            List.of(
                line(
                    DAY + " 02:16:20.000000",
                    "============== Binary output traces start =================")));
    Timeline timeline = failedAt(FAILED).extension(hung).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(timeline.silence()).isEqualTo(Duration.ofSeconds(23 * 60 + 40));
    assertThat(timeline.stop()).isEqualTo(Phrase.of("report.timeline.stop.freeze-helper"));
    assertThat(timeline.attempts()).isEqualTo(1);
  }

  @Test
  void whatWasKeptInMemoryWhenARunDiedIsNotKnown() {
    Timeline timeline = failedAt(FAILED).extension(toTheFreeze(DAY, TASK)).timeline();

    assertThat(timeline.stop()).isEqualTo(Phrase.of("report.timeline.stop.log-disk-frozen"));
    assertThat(stage(timeline, "snapshot").state()).isEqualTo(State.UNKNOWN);
    assertThat(stage(timeline, "thaw").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aFreezeThatFailedIsNotThawed() {
    List<String> failed =
        joined(
            toTheFreeze(DAY, TASK),
            List.of(
                line(
                    DAY + " 02:16:18",
                    "================== Logs during Freeze Start ============== "),
                "2026/03/14 02:16:17.529104  Info  ****** 1. Starting Freeze Binary ",
                line(DAY + " 02:16:18", "T:S freeze result , timedout :True"),
                line(DAY + " 02:16:18", "T:S thaw result ")),
            result(DAY, "121"));
    Timeline timeline = failedAt(FAILED).extension(failed).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(stage(timeline, "thaw").state()).isEqualTo(State.NOT_REACHED);
    assertThat(stage(timeline, "result").last()).isEqualTo(timeline.result());
    assertThat(timeline.result().text()).contains("Enable,success,121");
  }

  @Test
  void aRunThatIsStillYoungMayGoOn() {
    Timeline timeline =
        newestRun("2026-03-14T02:15:08Z", "2026-03-14T02:20:00Z")
            .extension(toTheFreeze(DAY, TASK))
            .timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(timeline.limits()).containsExactly(limit("may-run"));
    assertThat(timeline.stop()).isNull();
    assertThat(timeline.stages()).extracting(Stage::state).doesNotContain(State.NOT_REACHED);
  }

  @Test
  void aRunIsOverWhenTheLogsGoOnForLong() {
    Timeline timeline =
        newestRun("2026-03-14T02:15:08Z", "2026-03-14T05:00:00Z")
            .extension(toTheFreeze(DAY, TASK))
            .agent(joined(agentRun(DAY, 59), List.of(heartbeat("2026-03-14T04:31:44.000000Z"))))
            .timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(timeline.until()).isEqualTo("2026-03-14T04:31:44Z");
    assertThat(timeline.errors()).as("a repeated line tells no time").isEmpty();
  }

  @Test
  void aLogThatIsSwitchedOffTellsNothingByItsSilence() {
    NightLogs night = failedAt(FAILED).extension(toTheFreeze(DAY, TASK));
    night
        .facts()
        .observed(
            SnapshotFacts.VMBACKUP_CONF,
            new VmbackupConf(
                "/etc/azure/vmbackup.conf",
                0,
                List.of(new VmbackupConf.Setting("writelog", "False", 2))),
            "/etc/azure/vmbackup.conf");

    assertThat(night.timeline().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(night.timeline().limits()).containsExactly(limit("logging-off"));
  }

  @Test
  void aLogCutAtItsBeginningStillTellsItsEnd() {
    List<String> lines = run(DAY, TASK, "121");
    Timeline timeline = failedAt(FAILED).extension(lines.subList(8, lines.size())).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(timeline.furthest().id()).isEqualTo("thaw");
    assertThat(stage(timeline, "goal-state").state()).isEqualTo(State.UNKNOWN);
    assertThat(stage(timeline, "settings").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void theAgentAloneTellsNothingOfTheStepsOfTheExtension() {
    Timeline timeline = failedAt(FAILED).agent(agentRun(DAY, 59)).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(timeline.limits()).containsExactly(limit("no-main-log"));
    assertThat(timeline.furthest().id()).isEqualTo("settings");
    assertThat(stage(timeline, "freeze").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void anExtensionThatNeverCameToItsLogIsNotReached() {
    List<String> agent = agentRun(DAY, 59).subList(0, 6);
    Timeline timeline = failedAt(FAILED).extension(YESTERDAY).agent(agent).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(timeline.furthest().id()).isEqualTo("enable");
    assertThat(stage(timeline, "settings").state()).isEqualTo(State.NOT_REACHED);
  }

  @Test
  void anEnableCallThatEndsWithANumberEndsTheRun() {
    String exit =
        "2026-03-14T02:15:13.000000Z ERROR ExtHandler ExtHandler Event: name=%s, op=Enable,"
            + " message=[ExtensionOperationError] Non-zero exit code: 1, main/handle.sh enable";
    List<String> agent = agentRun(DAY, 59).subList(0, 6);
    Timeline other =
        failedAt(FAILED)
            .agent(joined(agent, List.of(exit.formatted("Contoso.Monitor"))))
            .timeline();
    Timeline own =
        failedAt(FAILED)
            .agent(
                joined(
                    agent,
                    List.of(exit.formatted("Microsoft.Azure.RecoveryServices.VMSnapshotLinux"))))
            .timeline();

    assertThat(other.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(other.errors()).isEmpty();
    assertThat(own.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(own.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.stage()).isEqualTo("enable"));
  }

  @Test
  void errorsStandInTheStageTheyHappenedIn() {
    List<String> lines =
        joined(
            toTheFreeze(DAY, TASK),
            theFreeze(DAY),
            List.of(
                line(
                    DAY + " 02:15:26.700000",
                    DAY
                        + " 03:15:18 Failed to FIFREEZE: /data with error message: Device or"
                        + " resource busy")),
            result(DAY, "121"));
    Timeline timeline = failedAt(FAILED).extension(lines).timeline();

    assertThat(timeline.errors())
        .anySatisfy(
            error -> {
              assertThat(error.stage()).isEqualTo("freeze");
              assertThat(error.mark().time()).isEqualTo("2026-03-14T02:15:18Z");
            });
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
