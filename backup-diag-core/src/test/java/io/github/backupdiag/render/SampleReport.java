package io.github.backupdiag.render;

import io.github.backupdiag.diagnostic.Phrase;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.UnavailableReason;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import io.github.backupdiag.report.Coverage;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.NextStep;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import io.github.backupdiag.report.SeenFact;
import io.github.backupdiag.report.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report made for a test. */
final class SampleReport {

  private Report.Status status = Report.Status.COMPLETE;
  private boolean healthCheck;
  private final List<Incident> incidents = new ArrayList<>();
  private final List<CodeMatch> matches = new ArrayList<>();
  private final List<UnknownCode> unknownCodes = new ArrayList<>();
  private final List<RankedCause> causes = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<NextStep> nextSteps = new ArrayList<>();
  private final List<ExtensionProblem> problems = new ArrayList<>();
  private final List<SeenFact> facts = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private int[] coverage = {0, 0, 0};
  private Timeline timeline;

  /** A report without anything in it. */
  static SampleReport forError() {
    return new SampleReport();
  }

  static SampleReport healthCheck() {
    SampleReport report = new SampleReport();
    report.healthCheck = true;
    return report;
  }

  SampleReport status(Report.Status newStatus) {
    status = newStatus;
    return this;
  }

  SampleReport incident(String failedAt, String vm, String vault) {
    Instant time = failedAt == null ? null : Instant.parse(failedAt);
    incidents.add(new Incident(incidents.size(), time, vm, vault));
    return this;
  }

  SampleReport match(String code, double score) {
    matches.add(
        new CodeMatch(
            0,
            code,
            false,
            CodeMatch.MatchedBy.CODE,
            CodeMatch.Source.GIVEN,
            "zh-TW",
            score,
            "code " + code));
    return this;
  }

  SampleReport syntheticMatch(String code) {
    matches.add(
        new CodeMatch(
            0,
            code,
            true,
            CodeMatch.MatchedBy.MESSAGE,
            CodeMatch.Source.SEEN,
            null,
            1,
            "an excerpt"));
    return this;
  }

  SampleReport unknownCode(String code, String... nearest) {
    unknownCodes.add(new UnknownCode(code, List.of(nearest)));
    return this;
  }

  SampleReport causes(SampleCause... more) {
    for (SampleCause cause : more) {
      causes.add(cause.build());
    }
    return this;
  }

  SampleReport finding(String cause, Finding.Outcome outcome, String reason) {
    findings.add(new Finding("core.rule", cause, outcome, Phrase.literal(reason)));
    return this;
  }

  SampleReport nextStep(String text, String... unlocks) {
    nextSteps.add(new NextStep(Phrase.literal(text), List.of(unlocks)));
    return this;
  }

  SampleReport problem(String where, String text) {
    problems.add(new ExtensionProblem(where, text));
    return this;
  }

  SampleReport seen(String fact, String source) {
    facts.add(new SeenFact(fact, true, true, null, source));
    return this;
  }

  SampleReport unseen(String fact, UnavailableReason reason, String detail) {
    facts.add(new SeenFact(fact, false, false, reason, detail));
    return this;
  }

  SampleReport coverage(int all, int decided, int unseen) {
    coverage = new int[] {all, decided, unseen};
    return this;
  }

  SampleReport timeline(Timeline newTimeline) {
    timeline = newTimeline;
    return this;
  }

  SampleReport word(String id, String text) {
    words.put(id, text);
    return this;
  }

  Report build() {
    return new Report(
        status,
        healthCheck,
        List.copyOf(incidents),
        List.copyOf(matches),
        List.copyOf(unknownCodes),
        List.copyOf(causes),
        List.copyOf(findings),
        List.copyOf(nextSteps),
        List.copyOf(problems),
        new Coverage(coverage[0], coverage[1], coverage[2], List.copyOf(facts)),
        timeline,
        FactSet.empty(),
        FakeCatalog.with(words),
        Locale.ENGLISH);
  }

  String as(ReportRenderer renderer) {
    return as(renderer, Locale.ENGLISH);
  }

  String as(ReportRenderer renderer, Locale locale) {
    StringBuilder out = new StringBuilder();
    try {
      renderer.render(build(), locale, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
