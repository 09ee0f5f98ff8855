package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a guest and tells why its backup fails. */
@Command(
    name = "diagnose",
    customSynopsis = {
      "backup-diag diagnose [OPTION…] [--error=TEXT|-]",
      "                            [--root=DIR | --bundle=FILE | --facts=FACTS.json | --no-guest]"
    },
    description = {
      "Looks at a guest and tells why its backup fails; without an error, whether the next one"
          + " would.",
      "Looks at this machine if nothing else is named. Only reads, and needs no rights: it says"
          + " what it could not read."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "1:at least one confirmed cause",
      "3:something planned could not be seen, or nothing could be decided",
      "0:otherwise"
    })
final class Diagnose extends Subcommand {

  @Mixin private final Sources sources = new Sources();

  Diagnose(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give an error as --error TEXT";
  }

  @Override
  int run() throws RefusedException {
    sources.check(common);
    Gathering gathering = Gathering.of(sources, common, around);
    ReportFormat format = ReportFormat.of(common, gathering.diagnosis(), around);
    Report report =
        Recording.around(common, () -> gathering.look(BackupDiagnosis::diagnose), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofDiagnosis(report);
  }
}
