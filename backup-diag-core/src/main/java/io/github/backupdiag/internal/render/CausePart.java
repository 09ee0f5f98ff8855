package io.github.backupdiag.internal.render;

import io.github.backupdiag.catalog.Remediation;
import io.github.backupdiag.diagnostic.Evidence;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Reason;
import io.github.backupdiag.report.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a cause what speaks for it, what to do, and what it brought about. */
final class CausePart {

  private static final int LONGEST_EXCERPT = 1000;

  private final Wording words;
  private final Sheet sheet;

  CausePart(Wording words, Sheet sheet) {
    this.words = words;
    this.sheet = sheet;
  }

  /** Writes a cause under its own headline. */
  void root(Head head, Standing.Root root) {
    sheet.cause(head);
    introduction(root.cause());
    body(root);
    sheet.end();
  }

  /** Writes what follows the headline. */
  void introduction(RankedCause cause) {
    String summary = words.summary(cause);
    if (summary != null) {
      sheet.say(Tone.PLAIN, summary);
    }
    if (cause.healed()) {
      sheet.say(Tone.HEALED, words.say("healed"));
    }
    sheet.say(Tone.MUTED, words.say("because", "because", words.say(cause.because())));
  }

  /** Writes evidence, steps and consequences. */
  void body(Standing.Root root) {
    body(root, root.cause().healed() ? "steps.healed" : "steps");
  }

  private void body(Standing.Root root, String stepsLabel) {
    evidence(root.cause());
    steps(root.cause(), stepsLabel);
    for (Standing.Root consequence : root.consequences()) {
      sheet.cause(words.head("consequence", consequence.cause(), Tone.ANSWER));
      introduction(consequence.cause());
      body(consequence, "steps.consequence");
      sheet.end();
    }
  }

  private void evidence(RankedCause cause) {
    if (!cause.evidence().isEmpty()) {
      sheet.label(words.say("evidence"));
      cause.evidence().forEach(reason -> sheet.exhibit(exhibit(reason)));
    }
  }

  private Exhibit exhibit(Reason reason) {
    Evidence evidence = reason.evidence();
    boolean against = reason.stance() == Reason.Stance.AGAINST;
    String text = words.say(evidence.text());
    String file = evidence.file();
    List<String> details = new ArrayList<>();
    if (file == null) {
      details.add(words.factLabel(evidence.fact()));
    }
    if (evidence.time() != null) {
      details.add(evidence.time().toString());
    }
    if (reason.when() != null) {
      details.add(words.when(reason.when()));
    }
    return new Exhibit(
        against ? words.say("against", "text", text) : text,
        against,
        file == null || evidence.line() == 0 ? file : file + ":" + evidence.line(),
        details,
        shortened(evidence.excerpt()));
  }

  private static @Nullable String shortened(@Nullable String excerpt) {
    return excerpt == null || excerpt.length() <= LONGEST_EXCERPT
        ? excerpt
        : excerpt.substring(0, excerpt.offsetByCodePoints(0, LONGEST_EXCERPT / 2)) + "…";
  }

  private void steps(RankedCause cause, String label) {
    if (cause.steps().isEmpty()) {
      return;
    }
    sheet.label(words.say(label));
    Map<String, List<Step>> remedies = new LinkedHashMap<>();
    for (Step step : cause.steps()) {
      remedies.computeIfAbsent(step.remediation(), id -> new ArrayList<>()).add(step);
    }
    remedies.values().forEach(this::remedy);
  }

  private void remedy(List<Step> steps) {
    Step first = steps.get(0);
    String title = words.remedyTitle(first);
    if (title != null) {
      sheet.remedy(title);
    }
    boolean warned = caution(first);
    int number = 0;
    for (Step step : warned ? steps.subList(1, steps.size()) : steps) {
      number++;
      sheet.step(
          new Instruction(
              number,
              words.say(step.text()),
              step.kind(),
              step.command(),
              step.verify() == null
                  ? null
                  : words.say("verify", "text", words.say(step.verify()))));
    }
  }

  /** Writes the risk; returns whether the step is nothing but the warning. */
  private boolean caution(Step first) {
    if (first.risk().compareTo(Remediation.Risk.LOW) <= 0) {
      return false;
    }
    boolean warning = first.id().endsWith("/warning") && first.command() == null;
    String risk = words.risk(first.risk());
    sheet.say(
        Tone.CAUTION,
        warning
            ? words.say("warning", "risk", risk, "text", words.say(first.text()))
            : words.say("caution", "risk", risk));
    return warning;
  }
}
