package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Mark;
import io.github.backupdiag.report.Timeline.Mishap;
import io.github.backupdiag.report.Timeline.Outcome;
import io.github.backupdiag.report.Timeline.Stage;
import io.github.backupdiag.report.Timeline.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A timeline as inline SVG, from top to bottom so that it fits a narrow screen. The way between two
 * stages grows with the logarithm of the time between them; a long one is broken.
 */
final class TimelineDrawing {

  private static final int WIDTH = 360;
  private static final int AXIS = 78;
  private static final int TEXT = 98;
  private static final int ROW = 30;
  private static final int LINE = 17;
  private static final int TITLE_COLUMNS = 33;
  private static final int ERROR_COLUMNS = 36;
  private static final int ERRORS = 5;
  private static final double PER_DOUBLING = 4;

  /** Longer times are drawn as a broken line that says how long. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Timeline timeline;
  private final Wording words;
  private final StringBuilder body = new StringBuilder();

  /** Where the last symbol stands. */
  private int dot;

  /** Where the last line of text stands. */
  private int y = 18;

  private int errors;

  TimelineDrawing(Timeline timeline, Wording words) {
    this.timeline = timeline;
    this.words = words;
  }

  /** Gives the element. */
  String svg() {
    Stage furthest = timeline.furthest();
    Stage before = null;
    for (Stage stage : timeline.stages()) {
      if (before != null) {
        way(before, stage, before.equals(furthest));
      }
      row(stage);
      errors(stage.id());
      before = stage;
    }
    int height = y + 14;
    return "<svg class=\"timeline\" role=\"img\" aria-labelledby=\"timeline-title timeline-desc\""
        + (" viewBox=\"0 0 " + WIDTH + " " + height + "\">\n")
        + ("<title id=\"timeline-title\">" + HtmlText.line(words.say("timeline")) + "</title>\n")
        + ("<desc id=\"timeline-desc\">" + HtmlText.line(description()) + "</desc>\n")
        + body
        + "</svg>\n";
  }

  private String description() {
    return words.say(
        "timeline.drawing",
        "stages",
        timeline.stages().stream().map(this::inWords).collect(Collectors.joining("; ")));
  }

  private String inWords(Stage stage) {
    Instant time = time(stage.first());
    String state = words.say("timeline.state." + stage.state().tag());
    return words.say(stage.title()) + ", " + state + (time == null ? "" : " " + Clock.ofDay(time));
  }

  /** Draws the line from one stage to the next and moves down. */
  private void way(Stage from, Stage to, boolean isEnd) {
    Instant left = time(from.last());
    Instant next = isEnd && to.state() != State.REACHED ? timeline.until() : time(to.first());
    Duration time =
        left == null || next == null || next.isBefore(left) ? null : Duration.between(left, next);
    boolean stops = isEnd && !isGood();
    boolean broken = time != null && (time.compareTo(LONG) > 0 || (stops && time.toSeconds() > 0));
    int length = ROW + stretch(time) + (broken ? LINE : 0);
    int top = dot + 7;
    int bottom = y + length - 7;
    String css = to.state() == State.REACHED ? "way" : "way open";
    if (broken && time != null) {
      int middle = (top + bottom) / 2;
      line(css, top, middle - 5);
      body.append("<path class=\"break\" d=\"M").append(AXIS - 6).append(' ').append(middle - 1);
      body.append("l12 -6M").append(AXIS - 6).append(' ').append(middle + 5).append("l12 -6\"/>\n");
      line(css, middle + 5, bottom);
      text(stops ? "stop" : "soft", TEXT, middle + 5, "start", words.duration(time));
    } else {
      line(css, top, bottom);
    }
    y += length;
  }

  private boolean isGood() {
    return timeline.outcome() == Outcome.SUCCEEDED;
  }

  private static int stretch(@Nullable Duration time) {
    double seconds = time == null ? 0 : time.toMillis() / 1000.0;
    return (int) Math.min(40, PER_DOUBLING * Math.log1p(seconds) / Math.log(2));
  }

  private void row(Stage stage) {
    boolean failed = stage.last() != null && stage.last().equals(timeline.result()) && !isGood();
    String css = stage.state().tag();
    body.append("<circle class=\"").append(failed ? "failed" : css).append("\" cx=\"").append(AXIS);
    body.append("\" cy=\"").append(y).append("\" r=\"6\"/>\n");
    Instant time = time(stage.first());
    if (time != null) {
      text("clock", AXIS - 14, y + 5, "end", Clock.ofDay(time));
    }
    dot = y;
    boolean reached = stage.state() == State.REACHED;
    List<String> lines = Columns.wrap(words.say(stage.title()), TITLE_COLUMNS);
    for (int i = 0; i < lines.size(); i++) {
      y += i == 0 ? 0 : LINE;
      text(failed ? "stop" : reached ? "name" : "soft", TEXT, y + 5, "start", lines.get(i));
    }
    if (!reached) {
      y += LINE - 2;
      text("state", TEXT, y + 5, "start", words.say("timeline.state." + css));
    }
  }

  private void errors(String stage) {
    for (Mishap error : timeline.errors()) {
      if (stage.equals(error.stage()) && errors < ERRORS) {
        errors++;
        error(error.mark());
      }
    }
  }

  private void error(Mark mark) {
    y += LINE + 6;
    line("way", dot + 7, y - 7);
    dot = y;
    body.append("<path class=\"error\" d=\"M").append(AXIS).append(' ').append(y - 6);
    body.append("l6 6l-6 6l-6 -6z\"/>\n");
    Instant time = mark.time();
    if (time != null) {
      text("clock", AXIS - 14, y + 5, "end", Clock.ofDay(time));
    }
    List<String> lines = Columns.wrap(LogText.message(mark.text()), ERROR_COLUMNS);
    String first = lines.get(0) + (lines.size() > 1 ? " …" : "");
    text("stop", TEXT, y + 5, "start", first);
  }

  private void line(String css, int from, int to) {
    body.append("<path class=\"").append(css).append("\" d=\"M").append(AXIS).append(' ');
    body.append(from).append('V').append(to).append("\"/>\n");
  }

  private void text(String css, int x, int at, String anchor, String text) {
    body.append("<text class=\"").append(css).append("\" x=\"").append(x).append("\" y=\"");
    body.append(at).append("\" text-anchor=\"").append(anchor).append("\">");
    body.append(HtmlText.line(text)).append("</text>\n");
  }

  private static @Nullable Instant time(@Nullable Mark mark) {
    return mark == null ? null : mark.time();
  }
}
