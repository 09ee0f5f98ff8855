package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.Timeline;
import io.github.backupdiag.report.Timeline.Mark;
import io.github.backupdiag.report.Timeline.Mishap;
import io.github.backupdiag.report.Timeline.Stage;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a run got, as JSON. */
final class JsonTimeline {

  private final Wording words;
  private final JsonFields json;

  JsonTimeline(Wording words, JsonFields json) {
    this.words = words;
    this.json = json;
  }

  void write(Timeline timeline) throws IOException {
    Duration silence = timeline.silence();
    json.open("timeline");
    json.text("outcome", timeline.outcome().tag());
    json.text("task", timeline.task());
    json.text("start", timeline.start());
    json.number("attempts", timeline.attempts());
    json.texts("logs", timeline.logs());
    json.list("stages", timeline.stages(), this::stage);
    mark("last", timeline.last());
    json.text("until", timeline.until());
    json.text("silence", silence);
    mark("result", timeline.result());
    json.text("stop", timeline.stop() == null ? null : words.say(timeline.stop()));
    json.list("errors", timeline.errors(), this::error);
    json.texts("limits", timeline.limits().stream().map(words::say).toList());
    json.close();
  }

  private void stage(Stage stage) throws IOException {
    json.text("id", stage.id());
    json.text("title", words.say(stage.title()));
    json.text("state", stage.state().tag());
    mark("first", stage.first());
    mark("last", stage.last());
  }

  private void error(Mishap error) throws IOException {
    json.text("stage", error.stage());
    mark("mark", error.mark());
  }

  private void mark(String name, @Nullable Mark mark) throws IOException {
    if (mark == null) {
      json.text(name, null);
      return;
    }
    json.open(name);
    json.text("signature", mark.signature());
    json.text("file", mark.file());
    json.line("line", mark.line());
    json.text("time", mark.time());
    json.text("text", mark.text());
    json.close();
  }
}
