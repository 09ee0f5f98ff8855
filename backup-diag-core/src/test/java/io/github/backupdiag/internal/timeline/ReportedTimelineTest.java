package io.github.backupdiag.internal.timeline;

import static io.github.backupdiag.internal.timeline.NightLogs.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.State;
import io.github.backupdiag.request.DiagnosisRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The timeline of whole reports: of pasted logs, and of facts that were saved. */
class ReportedTimelineTest {

  private static final BackupDiagnosis DIAGNOSIS = BackupDiagnosis.builder().build();
  private static final List<String> HUNG = NightLogs.toTheFreeze("2026-03-14", TASK);

  private static Report explain(List<String> lines) {
    return DIAGNOSIS.explain(
        DiagnosisRequest.builder()
            .errorText("ExtensionSnapshotFailedNoNetwork\n" + String.join("\n", lines) + "\n")
            .failedAt(NightLogs.FAILED)
            .build());
  }

  @Test
  void pastedLinesTellWhatWasReachedAndNothingOfWhatCameAfter() {
    Timeline timeline =
        explain(NightLogs.joined(NightLogs.agentRun("2026-03-14", 59), HUNG)).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(timeline.task()).isEqualTo(TASK);
    assertThat(timeline.limits()).containsExactly(Phrase.of("report.timeline.limit.pasted"));
    assertThat(timeline.stages()).noneMatch(stage -> stage.state() == State.NOT_REACHED);
    assertThat(timeline.stop()).isNull();
  }

  @Test
  void pastedLinesWithoutZoneKeepTheirOrder() {
    List<String> local =
        HUNG.stream()
            .map(line -> line.replaceFirst("^(\\d+)-(\\d+)-(\\d+) (\\S{8})\\S*", "$1/$2/$3 $4"))
            .toList();
    Timeline timeline = explain(local).timeline();

    assertThat(timeline.start()).isNull();
    assertThat(timeline.furthest().id()).isEqualTo("freeze");
    assertThat(timeline.limits()).contains(Phrase.of("report.timeline.limit.undated"));
  }

  @Test
  void aTextWithoutLogsHasNone() {
    assertThat(explain(List.of("the backup failed again")).timeline()).isNull();
  }

  @Test
  void savedFactsGiveTheSame() throws IOException {
    FactSet facts =
        NightLogs.withoutTimes()
            .extension(NightLogs.joined(HUNG, NightLogs.theFreeze("2026-03-14")))
            .agent(NightLogs.agentRun("2026-03-14", 59))
            .facts()
            .build();
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    FactSetJson.write(facts, saved);
    FactSet read = FactSetJson.read(new ByteArrayInputStream(saved.toByteArray()), "facts.json");
    DiagnosisRequest request =
        DiagnosisRequest.builder()
            .code("ExtensionSnapshotFailedNoNetwork")
            .failedAt(NightLogs.FAILED)
            .build();
    Timeline timeline = DIAGNOSIS.judge(facts, request).timeline();

    assertThat(timeline.outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(DIAGNOSIS.judge(read, request).timeline()).isEqualTo(timeline);
  }
}
