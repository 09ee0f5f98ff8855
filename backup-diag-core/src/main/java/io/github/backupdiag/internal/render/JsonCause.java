package io.github.backupdiag.internal.render;

import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.report.Step;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One cause as JSON, with its evidence and its steps. */
final class JsonCause {

  private final Wording words;
  private final JsonFields json;

  JsonCause(Wording words, JsonFields json) {
    this.words = words;
    this.json = json;
  }

  void write(RankedCause cause) throws IOException {
    json.text("id", cause.id());
    json.text("state", cause.state().tag());
    json.text("confidence", lower(cause.confidence()));
    json.flag("healed", cause.healed());
    json.flag("danger", cause.danger());
    json.optional("explainedBy", cause.explainedBy());
    json.text("title", words.say(cause.title()));
    json.text("because", words.say(cause.because()));
    json.list("evidence", cause.evidence(), this::reason);
    json.list("steps", cause.steps(), this::step);
  }

  private void reason(Reason reason) throws IOException {
    Evidence evidence = reason.evidence();
    json.text("fact", evidence.fact());
    json.text("stance", lower(reason.stance()));
    json.text("when", reason.when() == null ? null : reason.when().name());
    json.text("text", words.say(evidence.text()));
    json.text("excerpt", evidence.excerpt());
    json.text("file", evidence.file());
    json.line("line", evidence.line());
    json.text("time", evidence.time());
    json.text("diagnostic", reason.diagnostic());
  }

  private void step(Step step) throws IOException {
    String sentence = words.say(step.text());
    json.text("id", step.id());
    json.text("remediation", step.remediation());
    json.text("kind", step.kind());
    json.text("text", step.command() == null ? sentence : sentence + " " + step.command());
    json.optional("command", step.command());
    json.text("risk", step.risk().tag());
    json.text("verify", step.verify() == null ? null : words.say(step.verify()));
  }

  private static @Nullable String lower(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
