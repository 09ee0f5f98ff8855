package io.github.backupdiag.internal.render;

import io.github.backupdiag.fact.backup.BackupFacts;
import io.github.backupdiag.fact.backup.CodeMatch;
import io.github.backupdiag.fact.backup.Incident;
import io.github.backupdiag.fact.backup.UnknownCode;
import io.github.backupdiag.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what was understood of the error. */
final class ErrorPart {

  private static final int MATCHES = 3;

  private final Report report;
  private final Wording words;
  private final Sheet sheet;

  ErrorPart(Report report, Wording words, Sheet sheet) {
    this.report = report;
    this.words = words;
    this.sheet = sheet;
  }

  void write() {
    boolean errorGiven = !report.healthCheck() || !report.unknownCodes().isEmpty();
    if (errorGiven || !report.matches().isEmpty()) {
      sheet.section(words.say("error"), false);
      content(report.matches().isEmpty());
      sheet.end();
    }
  }

  private void content(boolean unrecognised) {
    report.incidents().forEach(this::incident);
    report.matches().stream().limit(MATCHES).forEach(this::match);
    if (!report.hasConfirmedCause()) {
      report.matches().stream().limit(1).forEach(this::meaning);
    }
    if (unrecognised) {
      sheet.say(Tone.CAUTION, words.say("unrecognised"));
    }
    report.unknownCodes().forEach(this::unknownCode);
    List<String> problems = report.facts().value(BackupFacts.INPUT_PROBLEMS);
    if (problems != null) {
      problems.forEach(problem -> sheet.say(Tone.CAUTION, problem));
    }
  }

  private void incident(Incident incident) {
    List<String> parts = new ArrayList<>();
    add(parts, "failed-at", incident.failedAt());
    add(parts, "vm", incident.vm());
    add(parts, "vault", incident.vault());
    if (!parts.isEmpty()) {
      sheet.say(Tone.PLAIN, String.join(", ", parts));
    }
  }

  private void add(List<String> parts, String label, @Nullable Object value) {
    if (value != null) {
      parts.add(words.say(label) + ": " + value);
    }
  }

  private void match(CodeMatch match) {
    String label =
        words.say("match." + (match.source() == CodeMatch.Source.SEEN ? "seen" : "given"));
    String exact = match.score() < 1 ? " (" + words.say("match.similar") + ")" : "";
    sheet.say(Tone.PLAIN, label + ": " + name(match) + exact);
  }

  /** A key of ours must not pass for one of Microsoft's codes, so it is shown only as a title. */
  private String name(CodeMatch match) {
    String title = words.codeTitle(match.code());
    if (title == null) {
      return match.code();
    }
    String name = match.synthetic() ? title : match.code() + " (" + title + ")";
    String since = words.obsoleteSince(match.code());
    return since == null ? name : name + ", " + since;
  }

  private void meaning(CodeMatch match) {
    String meaning = words.codeMeaning(match.code());
    if (meaning != null) {
      sheet.say(Tone.MUTED, meaning);
    }
    String retry = words.retry(match.code());
    if (retry != null) {
      sheet.say(Tone.MUTED, retry);
    }
  }

  private void unknownCode(UnknownCode unknown) {
    String nearest = String.join(", ", unknown.nearest());
    sheet.say(
        Tone.CAUTION,
        nearest.isEmpty()
            ? words.say("unknown-code", "code", unknown.code())
            : words.say("unknown-code.nearest", "code", unknown.code(), "nearest", nearest));
  }
}
