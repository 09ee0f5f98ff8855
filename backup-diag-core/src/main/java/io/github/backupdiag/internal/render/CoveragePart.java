package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.NextStep;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.SeenFact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what was seen, what was not, and how to see it. */
final class CoveragePart {

  private static final int NEXT_STEPS = 5;

  private final Report report;
  private final Wording words;
  private final Sheet sheet;

  CoveragePart(Report report, Wording words, Sheet sheet) {
    this.report = report;
    this.words = words;
    this.sheet = sheet;
  }

  void write() {
    unseen();
    nextSteps();
    seen();
  }

  private void unseen() {
    Map<String, List<SeenFact>> byReason =
        report.coverage().facts().stream()
            .filter(fact -> !fact.seen())
            .collect(Collectors.groupingBy(this::why, LinkedHashMap::new, Collectors.toList()));
    if (!byReason.isEmpty()) {
      sheet.section(words.say("unseen"), false);
      byReason.forEach((why, facts) -> sheet.item(why + ": " + labels(facts)));
      sheet.end();
    }
  }

  private String why(SeenFact fact) {
    String reason =
        fact.reason() == null ? words.say("reason.unknown") : words.reason(fact.reason());
    return fact.detail().isEmpty() ? reason : reason + " (" + fact.detail() + ")";
  }

  private String labels(List<SeenFact> facts) {
    return facts.stream()
        .map(fact -> words.factLabel(fact.fact()))
        .collect(Collectors.joining(", "));
  }

  private void nextSteps() {
    if (!report.nextSteps().isEmpty()) {
      sheet.section(words.say("next"), false);
      report.nextSteps().stream().limit(NEXT_STEPS).forEach(this::nextStep);
      sheet.end();
    }
  }

  private void nextStep(NextStep step) {
    String text = words.say(step.text());
    int unlocks = step.unlocks().size();
    sheet.item(
        unlocks == 0
            ? text
            : text + " (" + words.say("next.unlocks", "count", String.valueOf(unlocks)) + ")");
  }

  private void seen() {
    List<SeenFact> seen = report.coverage().facts().stream().filter(SeenFact::seen).toList();
    if (!seen.isEmpty()) {
      sheet.section(words.say("seen"), true);
      seen.forEach(fact -> sheet.item(seen(fact)));
      sheet.end();
    }
  }

  private String seen(SeenFact fact) {
    String label = words.factLabel(fact.fact());
    return fact.detail().isEmpty() ? label : label + " (" + fact.detail() + ")";
  }
}
