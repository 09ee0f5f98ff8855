package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.report.Report;
import java.util.List;

/** Looks at a guest and tells why its backup fails. */
final class Diagnose implements Command {

  @Override
  public Syntax syntax() {
    return new Syntax(
        "diagnose",
        "Looks at a guest and tells why its backup fails; without an error, whether the next one"
            + " would.",
        "[OPTION…] [--error TEXT|-] [--root DIR | --facts FACTS.json | --no-guest]",
        CommonOptions.and(Sources.ERROR, Sources.ROOT, Sources.FACTS, Sources.NO_GUEST),
        List.of(
            "Looks at this machine if nothing else is named. Only reads, and needs no rights: it"
                + " says what it could not read.",
            "Exit status: 1 if a cause is confirmed, 2 for wrong usage or unreadable input, 3 if"
                + " something planned could not be seen or nothing could be decided, else 0."));
  }

  @Override
  public int run(Arguments arguments, Surroundings around) throws RefusedException {
    Sources.check(arguments);
    Gathering gathering = Gathering.of(arguments, around);
    ReportFormat format = ReportFormat.of(arguments, gathering.diagnosis(), around);
    Report report =
        Recording.around(arguments, () -> gathering.look(BackupDiagnosis::diagnose), Report::facts);
    format.write(report, around.out());
    return ExitStatus.ofDiagnosis(report);
  }
}
