package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Mark;
import io.github.backupdiag.report.Timeline.Mishap;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how far the failed run got and where it stopped. */
final class TimelinePart {

  private static final int ERRORS = 3;
  private static final int LONGEST = 300;

  private final Timeline timeline;
  private final Set<String> quoted;
  private final Wording words;
  private final Sheet sheet;

  /** Of what a cause above rests on, the lines need not be shown again. */
  TimelinePart(Timeline timeline, List<RankedCause> causes, Wording words, Sheet sheet) {
    this.timeline = timeline;
    this.quoted =
        causes.stream()
            .filter(cause -> cause.state() == CauseState.CONFIRMED)
            .flatMap(cause -> cause.evidence().stream())
            .map(reason -> place(reason.evidence().file(), reason.evidence().line()))
            .collect(Collectors.toSet());
    this.words = words;
    this.sheet = sheet;
  }

  void write() {
    sheet.section(words.say("timeline"), false);
    sheet.say(Tone.PLAIN, summary());
    silence();
    if (timeline.stop() != null) {
      sheet.say(Tone.CAUTION, words.say(timeline.stop()));
    }
    notReached();
    limits();
    sheet.drawing(new TimelineDrawing(timeline, words));
    evidence();
    origin();
    sheet.end();
  }

  private String summary() {
    Mark result = timeline.result();
    if (timeline.outcome() == Outcome.SUCCEEDED) {
      Instant time = result == null ? null : result.time();
      return time == null
          ? words.say("timeline.succeeded")
          : words.say("timeline.succeeded.at", "time", Clock.seconds(time));
    }
    Stage furthest = timeline.furthest();
    int number = timeline.stages().indexOf(furthest) + 1;
    return words.say(
        "timeline." + timeline.outcome().tag(),
        "number",
        String.valueOf(number),
        "count",
        String.valueOf(timeline.stages().size()),
        "stage",
        furthest == null ? "" : words.say(furthest.title()));
  }

  private void silence() {
    Duration silence = timeline.silence();
    Instant until = timeline.until();
    if (silence == null || until == null || silence.toSeconds() == 0) {
      return;
    }
    sheet.say(
        Tone.PLAIN,
        words.say(
            "timeline.silence", "duration", words.duration(silence), "time", Clock.seconds(until)));
  }

  private void notReached() {
    String stages =
        timeline.stages().stream()
            .filter(stage -> stage.state() == State.NOT_REACHED)
            .map(stage -> words.say(stage.title()))
            .collect(Collectors.joining("; "));
    if (!stages.isEmpty()) {
      sheet.say(Tone.PLAIN, words.say("timeline.not-reached", "stages", stages));
    }
  }

  private void limits() {
    timeline.limits().forEach(limit -> sheet.say(Tone.MUTED, words.say(limit)));
  }

  private void evidence() {
    if (timeline.outcome() == Outcome.SUCCEEDED) {
      return;
    }
    exhibit(words.say("timeline.last"), timeline.last());
    exhibit(words.say("timeline.result"), timeline.result());
    List<Mishap> errors = timeline.errors().stream().filter(this::isNew).toList();
    errors.stream().limit(ERRORS).forEach(error -> exhibit(where(error), error.mark()));
    int more = errors.size() - ERRORS;
    if (more > 0) {
      sheet.say(Tone.MUTED, words.say("timeline.errors.more", "count", String.valueOf(more)));
    }
  }

  private boolean isNew(Mishap error) {
    Mark mark = error.mark();
    return !mark.equals(timeline.result()) && !quoted.contains(place(mark.file(), mark.line()));
  }

  private static String place(@Nullable String file, long line) {
    return line == 0 ? String.valueOf(file) : file + ":" + line;
  }

  private String where(Mishap error) {
    return timeline.stages().stream()
        .filter(stage -> stage.id().equals(error.stage()))
        .findFirst()
        .map(stage -> words.say("timeline.error", "stage", words.say(stage.title())))
        .orElseGet(() -> words.say("timeline.error.first"));
  }

  private void exhibit(String text, @Nullable Mark mark) {
    if (mark != null) {
      Instant time = mark.time();
      String line = mark.text();
      sheet.exhibit(
          new Exhibit(
              text,
              false,
              place(mark.file(), mark.line()),
              time == null ? List.of() : List.of(time.toString()),
              line.length() <= LONGEST
                  ? line
                  : line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)) + "…"));
    }
  }

  private void origin() {
    Instant start = timeline.start();
    String task = timeline.task();
    if (start != null) {
      sheet.say(
          Tone.MUTED,
          task == null
              ? words.say("timeline.run", "start", Clock.seconds(start))
              : words.say("timeline.run.task", "start", Clock.seconds(start), "task", task));
    }
    if (timeline.attempts() > 1) {
      String good = timeline.outcome() == Outcome.SUCCEEDED ? ".good" : "";
      sheet.say(
          Tone.MUTED,
          words.say("timeline.attempts" + good, "count", String.valueOf(timeline.attempts())));
    }
  }
}
