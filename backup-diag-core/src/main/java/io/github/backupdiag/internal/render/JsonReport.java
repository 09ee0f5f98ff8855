package io.github.backupdiag.internal.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.backupdiag.catalog.ErrorCode;
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
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The whole report as JSON, see {@code schema/report-1.json}. */
public final class JsonReport {

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().characterEscapes(new JsonEscapes()).build();

  private final Report report;
  private final Wording words;
  private final JsonFields json;

  private JsonReport(Report report, Locale locale, JsonGenerator json) {
    this.report = report;
    this.words = new Wording(report, locale);
    this.json = new JsonFields(json);
  }

  /** Writes a report over many lines. */
  public static void indented(Report report, Locale locale, Appendable out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(indenting());
      new JsonReport(report, locale, json).write(null);
    }
    out.append(text.append('\n').toString());
  }

  /** Writes a report in one line. */
  public static void compact(@Nullable String id, Report report, Locale locale, Appendable out)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      new JsonReport(report, locale, json).write(id);
    }
    out.append(text.append('\n').toString());
  }

  private static DefaultPrettyPrinter indenting() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators)
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  private void write(@Nullable String id) throws IOException {
    json.open();
    json.text("schemaVersion", Report.SCHEMA_VERSION);
    json.optional("id", id);
    json.text("status", report.status().name());
    json.text("language", words.language());
    json.flag("healthCheck", report.healthCheck());
    json.list("incidents", report.incidents(), this::incident);
    json.list("matches", report.matches(), this::match);
    json.list("unknownCodes", report.unknownCodes(), this::unknownCode);
    json.list("causes", report.causes(), this::cause);
    json.list("findings", report.findings(), this::finding);
    json.list("nextSteps", report.nextSteps(), this::nextStep);
    json.list("problems", report.problems(), this::problem);
    coverage(report.coverage());
    if (report.timeline() != null) {
      new JsonTimeline(words, json).write(report.timeline());
    }
    json.close();
  }

  private void incident(Incident incident) throws IOException {
    json.number("index", incident.index());
    json.text("failedAt", incident.failedAt());
    json.text("vm", incident.vm());
    json.text("vault", incident.vault());
  }

  private void match(CodeMatch match) throws IOException {
    json.number("incident", match.incident());
    json.text("code", match.code());
    json.flag("synthetic", match.synthetic());
    json.text("matchedBy", match.matchedBy().name().toLowerCase(Locale.ROOT));
    json.text("source", match.source().name().toLowerCase(Locale.ROOT));
    json.text("language", match.language());
    json.number("score", match.score());
    json.text("excerpt", match.excerpt());
    json.optional("title", words.codeTitle(match.code()));
    ErrorCode code = report.catalog().code(match.code());
    if (code != null) {
      json.flag("obsolete", code.obsolete());
      json.optional("obsoleteSince", code.obsoleteSince());
      json.text("retryable", code.retry().verdict());
      json.optional("retry", words.retry(match.code()));
    }
  }

  private void unknownCode(UnknownCode unknown) throws IOException {
    json.text("code", unknown.code());
    json.texts("nearest", unknown.nearest());
  }

  private void cause(RankedCause cause) throws IOException {
    new JsonCause(words, json).write(cause);
  }

  private void finding(Finding finding) throws IOException {
    json.text("diagnostic", finding.diagnostic());
    json.text("cause", finding.cause());
    json.text("verdict", finding.outcome().tag());
    json.text("reason", words.say(finding.reason()));
  }

  private void nextStep(NextStep step) throws IOException {
    json.text("text", words.say(step.text()));
    json.texts("unlocks", step.unlocks());
  }

  private void problem(ExtensionProblem problem) throws IOException {
    json.text("where", problem.where());
    json.text("text", problem.text());
  }

  private void coverage(Coverage coverage) throws IOException {
    json.open("coverage");
    json.number("causes", coverage.causes());
    json.number("decided", coverage.decided());
    json.number("unseen", coverage.unseen());
    List<SeenFact> facts = coverage.facts();
    json.list("facts", facts, this::fact);
    json.close();
  }

  private void fact(SeenFact fact) throws IOException {
    json.text("fact", fact.fact());
    json.text("label", words.factLabel(fact.fact()));
    json.flag("seen", fact.seen());
    json.flag("found", fact.found());
    json.text("reason", fact.reason() == null ? null : fact.reason().name());
    json.text("detail", fact.detail());
  }
}
