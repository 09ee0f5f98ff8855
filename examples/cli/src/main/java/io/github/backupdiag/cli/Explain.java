package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import java.util.List;

/** Explains what an error text itself says; touches no system. */
final class Explain implements Command {

  static final Option BATCH =
      Option.flag(
          "--batch",
          "reads JSON Lines from standard input, each a text or an object with 'id' and 'text';"
              + " writes one JSON report per line");

  @Override
  public Syntax syntax() {
    return new Syntax(
        "explain",
        "Explains an error: its code, what may cause it, and what to do. Touches no system.",
        "[OPTION…] TEXT… | - | --batch",
        CommonOptions.and(BATCH),
        List.of(
            "A text of - is read from standard input. Exit status: 1 if the text itself"
                + " proves a cause, 2 for wrong usage or unreadable input, else 0."));
  }

  @Override
  public int run(Arguments arguments, Surroundings around) throws RefusedException {
    if (arguments.has(BATCH)) {
      return Batch.run(arguments, around);
    }
    if (arguments.operands().isEmpty()) {
      throw arguments.refused("no text; give the error, or - to read it from standard input");
    }
    var request = CommonOptions.request(arguments, around);
    request.errorText(Inputs.text(String.join(" ", arguments.operands()), arguments, around));
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    ReportFormat format = ReportFormat.of(arguments, diagnosis, around);
    Report report =
        Recording.around(arguments, () -> diagnosis.explain(request.build()), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofExplanation(report);
  }
}
