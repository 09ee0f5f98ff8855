package io.github.backupdiag.cli;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.Coverage;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports that tell of inputs that are no good. */
final class RefusedReport {

  private RefusedReport() {}

  /** The report on an input of which nothing can be used. */
  static Report of(String where, String problem, Catalog catalog, Locale language) {
    return new Report(
        Report.Status.PARTIAL,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(new ExtensionProblem(where, problem)),
        new Coverage(0, 0, 0, List.of()),
        FactSet.empty(),
        catalog,
        language);
  }

  /** Adds to a report what was wrong with its input; then it is not complete. */
  static Report with(List<ExtensionProblem> problems, Report report) {
    if (problems.isEmpty()) {
      return report;
    }
    List<ExtensionProblem> all = new ArrayList<>(problems);
    all.addAll(report.problems());
    boolean complete = report.status() == Report.Status.COMPLETE;
    return new Report(
        complete ? Report.Status.PARTIAL : report.status(),
        report.healthCheck(),
        report.incidents(),
        report.matches(),
        report.unknownCodes(),
        report.causes(),
        report.findings(),
        report.nextSteps(),
        all,
        report.coverage(),
        report.facts(),
        report.catalog(),
        report.locale());
  }
}
