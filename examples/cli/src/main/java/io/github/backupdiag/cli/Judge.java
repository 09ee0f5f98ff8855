package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.Report;
import java.util.List;

/** Judges facts that were gathered before, here or elsewhere; touches no system. */
final class Judge implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "judge",
        "Judges facts that 'gather' or '--record' wrote. Touches no system.",
        "FACTS.json|- [OPTION…] [--error TEXT|-]",
        CommonOptions.and(Sources.ERROR),
        List.of(
            "An error given here takes the place of the recorded one. Exit status: 1 if a cause is"
                + " confirmed, 2 for wrong usage or unreadable input, 3 if something planned could"
                + " not be seen when the facts were gathered, else 0."));
  }

  @Override
  public int run(Arguments arguments, Surroundings around) throws RefusedException {
    String name = recording(arguments);
    var request = CommonOptions.request(arguments, around);
    String error = arguments.value(Sources.ERROR);
    if (error != null) {
      request.errorText(Inputs.text(error, arguments, around));
    }
    FactSet facts = Inputs.facts(name, around);
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    ReportFormat format = ReportFormat.of(arguments, diagnosis, around);
    Report report =
        Recording.around(arguments, () -> diagnosis.judge(facts, request.build()), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofJudgement(report);
  }

  private static String recording(Arguments arguments) throws RefusedException {
    if (arguments.operands().size() != 1) {
      throw arguments.refused("give exactly one recording of facts, FACTS.json or -");
    }
    String name = arguments.operands().get(0);
    if (name.equals("-") && "-".equals(arguments.value(Sources.ERROR))) {
      throw arguments.refused("only one of FACTS.json and --error can read standard input");
    }
    return name;
  }
}
