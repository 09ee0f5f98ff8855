package io.github.backupdiag.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Mark;
import io.github.backupdiag.report.Timeline.Mishap;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How far a run got, in every form of a report. */
@Tag("class-path")
class TimelineReportTest {

  private static final String LOG = "/var/log/azure/x/extension.log";
  private static final Mark CALLED =
      mark("ext-starting-enable", 11, "02:15:11Z", "starting enable");
  private static final Mark FROZEN =
      mark("ext-m1", 16, "02:15:17Z", "****** 1. Starting Freeze Binary");

  private static Mark mark(String signature, long line, String time, String text) {
    return new Mark(signature, LOG, line, Instant.parse("2026-03-14T" + time), text);
  }

  private static Stage stage(String id, State state, Mark mark) {
    return new Stage(id, Phrase.of("report.stage." + id), state, mark, mark);
  }

  static Timeline stopped() {
    return stopped("Failed to FIFREEZE: /data");
  }

  /** A run that hangs in the freeze, after an error with a text of its own. */
  static Timeline stopped(String text) {
    Mark error = mark("ext-bin-fifreeze-failed", 17, "02:15:18Z", text);
    return new Timeline(
        Outcome.STOPPED,
        "task-" + text,
        CALLED.time(),
        2,
        List.of(LOG),
        List.of(
            stage("goal-state", State.UNKNOWN, null),
            stage("enable", State.REACHED, CALLED),
            stage("freeze", State.REACHED, FROZEN),
            stage("snapshot", State.NOT_REACHED, null)),
        FROZEN,
        Instant.parse("2026-03-14T02:16:15Z"),
        null,
        Phrase.of("report.timeline.stop.freeze-helper"),
        List.of(new Mishap("freeze", error), new Mishap(null, error)),
        List.of(Phrase.of("report.timeline.limit.cut")));
  }

  static Timeline ended(Outcome outcome) {
    Mark result = mark("ext-status-any", 40, "02:15:27Z", "Enable,success,121,");
    return new Timeline(
        outcome,
        null,
        CALLED.time(),
        1,
        List.of(LOG),
        List.of(
            stage("enable", State.REACHED, CALLED),
            stage("freeze", State.REACHED, FROZEN),
            stage("result", State.REACHED, result)),
        outcome == Outcome.SUCCEEDED ? result : FROZEN,
        outcome == Outcome.SUCCEEDED ? null : result.time(),
        result,
        null,
        List.of(),
        List.of());
  }

  private static String as(ReportRenderer form, Timeline timeline) {
    return SampleReport.forError().timeline(timeline).as(form);
  }

  @Test
  void theTextSaysWhereItStoppedForHowLongAndWhy() {
    assertThat(as(Renderers.text(), stopped()))
        .containsSubsequence(
            "How far the backup got\n",
            "  It stopped at step 3 of 4: Freeze of the file systems.\n",
            "  No further step for 58 s, until 2026-03-14T02:16:15Z.\n",
            "helper hangs.\n",
            "  Not reached: Snapshot of the disks\n",
            "  + The last step that was seen\n",
            "    " + LOG + ":16, 2026-03-14T02:15:17Z\n",
            "    | ****** 1. Starting Freeze Binary\n",
            "  + Error at this step: Freeze of the file systems\n",
            "  + Error before the first step\n",
            "  Run of 2026-03-14T02:15:11Z, task task-Failed to FIFREEZE: /data.\n",
            "  Runs in the time of the job: 2.");
  }

  @Test
  void aRunThatEndedSaysHow() {
    assertThat(as(Renderers.text(), ended(Outcome.SUCCEEDED)))
        .contains("This run went through to its end, at 2026-03-14T02:15:27Z.")
        .doesNotContain("last step", "No further step");
    assertThat(as(Renderers.text(), ended(Outcome.FAILED)))
        .contains("It got to step 2 of 3 (Freeze of the file systems) and then reported a failure.")
        .contains("No further step for 10 s")
        .contains("Enable,success,121,");
  }

  @Test
  void aReportWithoutARunSaysNothingOfIt() {
    assertThat(as(Renderers.text(), null)).doesNotContain("How far");
    assertThat(as(Renderers.html(), null)).doesNotContain("<svg");
    assertThat(Schema.tree(as(Renderers.json(), null)).has("timeline")).isFalse();
  }

  @Test
  void theTicketHasTheSameWords() {
    assertThat(as(Renderers.markdown(), stopped()))
        .contains("## How far the backup got", "It stopped at step 3 of 4");
  }

  @Test
  void theJsonKeepsToTheSchema() {
    for (Timeline timeline : List.of(stopped(), ended(Outcome.FAILED), ended(Outcome.UNKNOWN))) {
      assertThat(Schema.REPORT.errors(as(Renderers.json(), timeline))).isEmpty();
    }
    JsonNode json = Schema.tree(as(Renderers.json(), stopped())).get("timeline");
    assertThat(json.get("outcome").textValue()).isEqualTo("stopped");
    assertThat(json.get("silence").textValue()).isEqualTo("PT58S");
    assertThat(json.at("/last/line").longValue()).isEqualTo(16);
    assertThat(json.at("/stages/3/state").textValue()).isEqualTo("notReached");
  }

  @Test
  void thePictureIsNamedAndDescribedForThoseWhoDoNotSeeIt() {
    Document page = Xhtml.parse(as(Renderers.html(), stopped()));
    Element svg = (Element) page.getElementsByTagName("svg").item(0);

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("timeline-title timeline-desc");
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("How far the backup got");
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .contains(
            "Freeze of the file systems, reached 02:15:17", "Snapshot of the disks, not reached");
  }

  @Test
  void thePictureStaysWithinItsFrame() {
    String html = as(Renderers.html(), stopped("x".repeat(400)));
    Element svg = (Element) Xhtml.parse(html).getElementsByTagName("svg").item(0);
    String[] frame = svg.getAttribute("viewBox").split(" ", -1);

    assertThat(Integer.parseInt(frame[2])).isLessThanOrEqualTo(400);
    for (int i = 0; i < svg.getElementsByTagName("text").getLength(); i++) {
      Element text = (Element) svg.getElementsByTagName("text").item(i);
      assertThat(Integer.parseInt(text.getAttribute("y"))).isBetween(0, Integer.parseInt(frame[3]));
      assertThat(text.getTextContent()).hasSizeLessThan(40);
    }
  }

  @Test
  void aLongSilenceIsDrawnAsABrokenLineWithItsLength() {
    assertThat(as(Renderers.html(), stopped())).contains("class=\"break\"", ">58 s</text>");
    assertThat(as(Renderers.html(), ended(Outcome.SUCCEEDED))).doesNotContain("class=\"break\"");
  }
}
