package io.github.backupdiag.render;

import io.github.backupdiag.report.Report;
import java.io.IOException;
import java.util.Locale;

/** Shows a report in one format. Stateless and thread-safe. Found by {@code ServiceLoader}. */
public interface ReportRenderer {

  /**
   * Names the format.
   *
   * @return lower case, such as {@code markdown}; unique among all renderers
   */
  String format();

  /**
   * Writes a report.
   *
   * @param report what to show
   * @param locale language of titles, reasons and steps
   * @param out where to
   * @throws IOException if writing fails
   */
  void render(Report report, Locale locale, Appendable out) throws IOException;
}
