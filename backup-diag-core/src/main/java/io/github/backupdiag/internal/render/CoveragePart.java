package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.NextStep;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.SeenFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says what was seen, what was not, and how to see it. */
final class CoveragePart {

  private static final int NEXT_STEPS = 5;
  private static final int GROUPS = 12;
  private static final int LABELS = 8;

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
    facts("unseen", fact -> !fact.seen(), this::why);
  }

  private void seen() {
    facts("seen", SeenFact::found, SeenFact::detail);
    facts("not-there", fact -> fact.seen() && !fact.found(), SeenFact::detail);
  }

  /** Lists facts by what they have in common; those of a health check would fill many screens. */
  private void facts(String title, Predicate<SeenFact> which, Function<SeenFact, String> common) {
    Map<String, List<SeenFact>> groups = new LinkedHashMap<>();
    for (SeenFact fact : report.coverage().facts()) {
      if (which.test(fact)) {
        groups.computeIfAbsent(common.apply(fact), key -> new ArrayList<>()).add(fact);
      }
    }
    if (groups.isEmpty()) {
      return;
    }
    sheet.section(words.say(title), !title.equals("unseen"));
    groups.entrySet().stream()
        .limit(GROUPS)
        .forEach(group -> sheet.item(line(group.getKey(), group.getValue())));
    int more = groups.values().stream().skip(GROUPS).mapToInt(List::size).sum();
    if (more > 0) {
      sheet.say(Tone.MUTED, words.say("more-facts", "count", String.valueOf(more)));
    }
    sheet.end();
  }

  private String line(String common, List<SeenFact> facts) {
    List<String> labels =
        new ArrayList<>(
            facts.stream().limit(LABELS).map(SeenFact::fact).map(words::factLabel).toList());
    if (facts.size() > LABELS) {
      labels.add(words.say("more-labels", "count", String.valueOf(facts.size() - LABELS)));
    }
    String joined = String.join(", ", labels);
    return common.isEmpty() ? joined : common + ": " + joined;
  }

  private String why(SeenFact fact) {
    String reason =
        fact.reason() == null ? words.say("reason.unknown") : words.reason(fact.reason());
    return fact.detail().isEmpty() ? reason : reason + " (" + fact.detail() + ")";
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
}
