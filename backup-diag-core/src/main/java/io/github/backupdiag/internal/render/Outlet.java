package io.github.backupdiag.internal.render;

import io.github.backupdiag.internal.redact.LastLook;
import io.github.backupdiag.report.ExtensionProblem;
import io.github.backupdiag.report.Report;
import java.io.IOException;

/** Where a report leaves: a last look at it, and a word about what it had to hide. */
public final class Outlet {

  private static final ExtensionProblem HIDDEN_LATE =
      new ExtensionProblem(
          "core.redaction",
          "a secret was hidden only when the report was written; this is a defect, please report"
              + " it");

  private Outlet() {}

  /** Writes a report by some means. */
  public interface Writing {
    void write(Report report, Appendable out) throws IOException;
  }

  /** Writes a report once it is complete and holds no secret. */
  public static void write(Report report, Appendable out, Writing writing) throws IOException {
    String text = text(report, writing);
    String shown = LastLook.at(text);
    if (!shown.equals(text)) {
      shown = LastLook.at(text(report.withProblem(HIDDEN_LATE), writing));
    }
    out.append(shown);
  }

  private static String text(Report report, Writing writing) throws IOException {
    StringBuilder text = new StringBuilder(1 << 13);
    writing.write(report, text);
    return text.toString();
  }
}
