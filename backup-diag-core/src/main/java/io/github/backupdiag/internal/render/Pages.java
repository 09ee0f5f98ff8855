package io.github.backupdiag.internal.render;

import io.github.backupdiag.report.Coverage;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Finding;
import io.github.backupdiag.report.RankedCause;
import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Says what a report for people shows and in which order: the answer, what to do, then everything
 * that is less sure.
 */
public final class Pages {

  private static final int OPEN_CAUSES = 5;
  private static final int NAMED_CAUSES = 10;

  private final Report report;
  private final Wording words;
  private final Sheet sheet;
  private final Standing standing;

  private Pages(Report report, Locale locale, Sheet sheet) {
    this.report = report;
    this.words = new Wording(report, locale);
    this.sheet = sheet;
    this.standing = new Standing(report);
  }

  /** Writes a report on a sheet, and the sheet to the caller. */
  public static void write(Report report, Locale locale, Sheet sheet, Appendable out)
      throws IOException {
    out.append(new Pages(report, locale, sheet).write());
  }

  private String write() {
    sheet.open(words.language(), words.say("title"));
    standing.dangerous().forEach(this::danger);
    answer();
    report.findings().forEach(this::note);
    new ErrorPart(report, words, sheet).write();
    causes();
    if (report.timeline() != null) {
      new TimelinePart(report.timeline(), report.causes(), words, sheet).write();
    }
    if (!report.healthCheck()) {
      undecided(standing.undecided());
    }
    new CoveragePart(report, words, sheet).write();
    problems();
    sheet.foot(foot());
    return sheet.close();
  }

  private List<String> foot() {
    String status = words.say("status." + report.status().name().toLowerCase(Locale.ROOT));
    return report.hasConfirmedCause()
        ? List.of(counts(report.coverage()), status)
        : List.of(status);
  }

  private void danger(RankedCause cause) {
    boolean first = cause.equals(report.causes().get(0));
    sheet.say(
        Tone.DANGER,
        first ? words.say("danger.first") : words.say("danger", "title", words.say(cause.title())));
  }

  private void answer() {
    if (!standing.roots().isEmpty()) {
      RankedCause cause = standing.roots().get(0).cause();
      sheet.answer(head("cause", cause));
      new CausePart(words, sheet).introduction(cause);
      return;
    }
    sheet.answer(new Head("", words.say("nothing-confirmed"), "", Tone.ANSWER));
    Coverage coverage = report.coverage();
    sheet.say(Tone.PLAIN, coverage.causes() == 0 ? words.say("no-candidates") : counts(coverage));
    if (report.healthCheck() && !report.hasDecided()) {
      sheet.say(Tone.CAUTION, words.say("nothing-decided"));
    }
  }

  private String counts(Coverage coverage) {
    int ruledOut = standing.ruledOut().size();
    return words.say(
        "counts",
        "causes",
        String.valueOf(coverage.causes()),
        "ruledOut",
        String.valueOf(ruledOut),
        "unseen",
        String.valueOf(coverage.unseen()));
  }

  private void note(Finding finding) {
    boolean tells =
        finding.outcome() != Finding.Outcome.RULED_OUT
            && finding.outcome() != Finding.Outcome.FAILED;
    if (finding.cause() == null && tells) {
      sheet.say(Tone.CAUTION, words.say("note", "text", words.say(finding.reason())));
    }
  }

  private void causes() {
    CausePart part = new CausePart(words, sheet);
    List<Standing.Root> roots = standing.roots();
    roots.stream().limit(1).forEach(part::body);
    if (roots.size() > 1) {
      sheet.section(words.say("others"), false);
      roots.stream().skip(1).forEach(root -> part.root(head("cause", root.cause()), root));
      sheet.end();
    }
    if (!standing.contradictory().isEmpty()) {
      sheet.section(words.say("contradictory"), false);
      for (RankedCause cause : standing.contradictory()) {
        part.root(words.head("", cause, Tone.CAUTION), new Standing.Root(cause, List.of()));
      }
      sheet.end();
    }
  }

  private void undecided(List<RankedCause> undecided) {
    if (undecided.isEmpty()) {
      return;
    }
    sheet.section(words.say("undecided"), false);
    undecided.stream()
        .limit(OPEN_CAUSES)
        .forEach(
            cause -> sheet.candidate(words.head("", cause, Tone.MUTED), words.wayThrough(cause)));
    undecided.stream()
        .skip(OPEN_CAUSES)
        .limit(NAMED_CAUSES)
        .forEach(cause -> sheet.item(words.say(cause.title())));
    if (undecided.size() > OPEN_CAUSES + NAMED_CAUSES) {
      int more = undecided.size() - OPEN_CAUSES - NAMED_CAUSES;
      sheet.say(Tone.MUTED, words.say("more", "count", String.valueOf(more)));
    }
    sheet.end();
  }

  private void problems() {
    if (report.problems().isEmpty()) {
      return;
    }
    sheet.section(words.say("problems"), false);
    for (ExtensionProblem problem : report.problems()) {
      sheet.item(problem.where() + ": " + problem.text());
    }
    sheet.end();
  }

  private Head head(String label, RankedCause cause) {
    return words.head(label, cause, cause.danger() ? Tone.DANGER : Tone.ANSWER);
  }
}
