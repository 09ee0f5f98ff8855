package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.render.Renderers;
import io.github.backupdiag.render.ReportRenderer;
import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Shows a report in the format that was asked for. */
final class ReportFormat {

  private final ReportRenderer renderer;

  ReportFormat(ReportRenderer renderer) {
    this.renderer = renderer;
  }

  /** Finds the format; also one that an extension on the class path brought. */
  static ReportFormat of(CommonOptions common, BackupDiagnosis diagnosis, Surroundings around)
      throws RefusedException {
    String format = common.format();
    if (format == null || format.equals("text")) {
      return new ReportFormat(Renderers.text(around.colour(), around.columns()));
    }
    try {
      return new ReportFormat(Renderers.find(format, List.copyOf(diagnosis.renderers().values())));
    } catch (IllegalArgumentException e) {
      throw common.refused(String.valueOf(e.getMessage()));
    }
  }

  /** Writes the report once it is complete, so that a failure leaves no half of it. */
  void write(Report report, Output out) throws RefusedException {
    StringBuilder text = new StringBuilder(1 << 13);
    try {
      renderer.render(report, report.locale(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.write(text);
  }
}
