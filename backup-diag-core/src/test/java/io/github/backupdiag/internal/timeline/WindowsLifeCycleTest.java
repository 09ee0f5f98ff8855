package io.github.backupdiag.internal.timeline;

import static io.github.backupdiag.internal.timeline.NightLogs.FAILED;
import static io.github.backupdiag.internal.timeline.NightLogs.failedAt;
import static io.github.backupdiag.internal.timeline.NightLogs.joined;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far a run got on Windows, with logs as agent and extension write them. */
class WindowsLifeCycleTest {

  private static final String NAME = "Microsoft.Azure.RecoveryServices.VMSnapshot";
  private static final List<String> AGENT =
      List.of(
          "[00000014] 2026-03-14T02:15:09.123Z [WARN]  Driving to new goal state ..",
          "[00000014] 2026-03-14T02:15:09.200Z [WARN]  Try installing/enabling extension(s).",
          "[00000014] 2026-03-14T02:15:09.300Z [WARN]  Processing plugin Contoso.Monitor version"
              + " 1.0, state: enabled",
          "[00000014] 2026-03-14T02:15:09.400Z [WARN]  Processing plugin "
              + NAME
              + " version 1.0.103.0, state: enabled, autoupgrade: True, isJson: True",
          "[00000014] 2026-03-14T02:15:09.500Z [INFO]  Beginning enable of plugin " + NAME + ".",
          "[00000014] 2026-03-14T02:15:10.000Z [WARN]  Started a process with the launch command"
              + " C:\\Packages\\Plugins\\"
              + NAME
              + "\\1.0.103.0\\IaaSBcdrExtension.exe, params: enable");
  private static final List<String> TO_THE_WRITERS =
      List.of(
          line("02:15:11.2041180", "Loading configuration {ConfigFile = C:\\Packages\\x.config}"),
          line(
              "02:15:12.2041180",
              "IsCommonProviderDllInstalled {isCommonProviderInstalled = True}"),
          line("02:15:13.2041180", "Registered the provider with VSS"),
          line("02:15:14.2041180", "Waiting for GatherWriterMetadata"));
  private static final List<String> SNAPSHOT =
      List.of(
          line("02:15:20.2041180", "Adding drive to snapshotset...."),
          line("02:15:22.2041180", "Waiting for PrepareForBackup"),
          line("02:15:23.2041180", "Waiting for DoSnapshotSet"),
          line("02:15:30.2041180", "DoSnapshotSet {TimeTaken = 7}"));

  private static String line(String time, String message) {
    return "2026-03-14T" + time + "Z [Information]:\t" + message;
  }

  private static Timeline of(List<String> agent, List<String> extension) {
    return failedAt(FAILED)
        .log("waagentwindows", "C:/WindowsAzure/Logs/WaAppAgent.log", agent)
        .log(
            "vmsnapshot-windows",
            "C:/WindowsAzure/Logs/Plugins/x/IaaSBcdrExtension0.log",
            extension)
        .timeline();
  }

  @Test
  void aWriterThatDoesNotAnswerIsWhereItStops() {
    Timeline timeline = of(AGENT, TO_THE_WRITERS);

    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(timeline.start()).isEqualTo("2026-03-14T02:15:09.123Z");
    assertThat(timeline.furthest().id()).isEqualTo("writers");
    assertThat(timeline.stop()).isEqualTo(Phrase.of("report.timeline.stop.vss-writer"));
    assertThat(timeline.silence()).isEqualTo(Duration.parse("PT24M45.795882S"));
    assertThat(timeline.stages())
        .filteredOn(stage -> stage.state() == State.NOT_REACHED)
        .extracting(Stage::id)
        .containsExactly("shadow", "snapshot", "writers-told", "result");
  }

  @Test
  void aGoodRunEndsWithTheMessageOfTheJob() {
    List<String> end =
        List.of(
            line(
                "02:15:41.2041180",
                "DoSnapshot=complete. WaitResult:True, AnySnapshotFailed:False,"
                    + " AllSnapshotFailed:False, ReturnValue:True"),
            line("02:15:42.2041180", "Waiting for BackupComplete"),
            line(
                "02:15:44.2041180",
                "snapshotCreator=backupHostService, Plugin enable Succeeded (command: Snapshot)"
                    + " Snapshot command completed "));
    Timeline timeline = of(AGENT, joined(TO_THE_WRITERS, SNAPSHOT, end));

    assertThat(timeline.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(timeline.stages()).allMatch(stage -> stage.state() == State.REACHED).hasSize(10);
  }

  @Test
  void snapshotsThatFailedEndTheRun() {
    List<String> end =
        List.of(
            line(
                "02:15:41.2041180",
                "DoSnapshot=complete. WaitResult:True, AnySnapshotFailed:True,"
                    + " AllSnapshotFailed:True, ReturnValue:False"));
    Timeline timeline = of(AGENT, joined(TO_THE_WRITERS, SNAPSHOT, end));

    assertThat(timeline.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(timeline.furthest().id()).isEqualTo("snapshot");
    assertThat(timeline.errors()).isNotEmpty();
  }

  @Test
  void anAgentThatTurnsToOthersOnlyIsNoRun() {
    assertThat(of(AGENT.subList(0, 3), List.of())).isNull();
  }
}
