package io.github.backupdiag.cli;

import io.github.backupdiag.catalog.Catalog;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.Coverage;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import java.util.List;
import java.util.Locale;

/** The report on an input that is no good. */
final class RefusedReport {

  private RefusedReport() {}

  /** Tells that nothing of an input can be used. */
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
}
