package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges facts that were gathered before, here or elsewhere; touches no system. */
@Command(
    name = "judge",
    customSynopsis = "backup-diag judge FACTS.json|- [OPTION…] [--error=TEXT|-]",
    description = {
      "Judges facts that 'gather' or '--record' wrote. Touches no system.",
      "An error given here takes the place of the recorded one."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "1:at least one confirmed cause",
      "3:something planned could not be seen when gathering, or nothing could be decided",
      "0:otherwise"
    })
final class Judge extends Subcommand {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Parameters(paramLabel = "FACTS.json", description = "the recorded facts; - reads them")
  private String recording;

  @Mixin private final ErrorOption error = new ErrorOption();

  Judge(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give exactly one recording of facts, FACTS.json or -";
  }

  @Override
  int run() throws RefusedException {
    if (recording.equals("-") && error.readsStandardInput()) {
      throw common.refused("only one of FACTS.json and --error can read standard input");
    }
    var request = common.request(around);
    error.addTo(request, common, around);
    FactSet facts = Inputs.facts(recording, around);
    BackupDiagnosis diagnosis = BackupDiagnosis.builder().build();
    ReportFormat format = ReportFormat.of(common, diagnosis, around);
    Report report =
        Recording.around(common, () -> diagnosis.judge(facts, request.build()), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofDiagnosis(report);
  }
}
