package io.github.backupdiag.render;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Confidence;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.diagnostic.When;
import io.github.backupdiag.fact.FactKey;
import io.github.backupdiag.report.CauseState;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.report.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A cause of a report, made for a test. */
final class SampleCause {

  static final FactKey<String> CONFIG = FactKey.text("guest.agent-config");

  private final String id;
  private final CauseState state;
  private Confidence confidence;
  private boolean healed;
  private boolean danger;
  private String explainedBy;
  private String title;
  private final List<Reason> evidence = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private SampleCause(String id, CauseState state) {
    this.id = id;
    this.title = "Title of " + id;
    this.state = state;
  }

  static SampleCause confirmed(String id) {
    SampleCause cause = new SampleCause(id, CauseState.CONFIRMED);
    cause.confidence = Confidence.CERTAIN;
    return cause;
  }

  static SampleCause in(CauseState state, String id) {
    return new SampleCause(id, state);
  }

  SampleCause title(String newTitle) {
    title = newTitle;
    return this;
  }

  SampleCause likely() {
    confidence = Confidence.LIKELY;
    return this;
  }

  SampleCause healed() {
    healed = true;
    return this;
  }

  SampleCause dangerous() {
    danger = true;
    return this;
  }

  SampleCause explainedBy(String other) {
    explainedBy = other;
    return this;
  }

  SampleCause evidence(String text, String excerpt) {
    return evidence(
        Evidence.of(CONFIG, text)
            .withExcerpt(excerpt)
            .withPlace("/etc/waagent.conf", 12)
            .withTime(Instant.parse("2026-11-20T02:41:33Z")));
  }

  SampleCause evidence(Evidence seen) {
    evidence.add(new Reason(seen, Reason.Stance.FOR, When.AT_FAILURE, "core.rule/" + id));
    return this;
  }

  SampleCause against(String text) {
    Evidence seen = Evidence.of(CONFIG, text);
    evidence.add(new Reason(seen, Reason.Stance.AGAINST, null, "core.rule/" + id));
    return this;
  }

  SampleCause step(String stepId, String text, String command, String verify) {
    return step(stepId, text, command, verify, Remediation.Risk.LOW);
  }

  SampleCause step(
      String stepId, String text, String command, String verify, Remediation.Risk risk) {
    steps.add(
        new Step(
            "repair/" + stepId,
            "repair",
            command == null ? "text" : "bash",
            Phrase.literal(text),
            command,
            risk,
            verify == null ? null : Phrase.literal(verify)));
    return this;
  }

  RankedCause build() {
    return new RankedCause(
        id,
        state,
        confidence,
        healed,
        danger,
        explainedBy,
        Phrase.literal(title),
        Phrase.literal("Reason of " + id),
        List.copyOf(evidence),
        List.copyOf(steps));
  }
}
