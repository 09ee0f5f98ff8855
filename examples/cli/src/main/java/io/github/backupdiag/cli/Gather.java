package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at a guest and writes down the facts, without judging them. */
@Command(
    name = "gather",
    customSynopsis = {
      "backup-diag gather --out=FACTS.json|- [OPTION…] [--error=TEXT|-]",
      "                          [--root=DIR | --bundle=FILE | --facts=FACTS.json | --no-guest]"
    },
    description = {
      "Looks at a guest and writes the facts to a file, for 'judge' here or elsewhere.",
      "Looks at this machine if nothing else is named. The file may hold names of this guest; only"
          + " its owner can read it."
    },
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "3:something planned could not be seen",
      "0:otherwise"
    })
final class Gather extends Subcommand {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Option(
      names = "--out",
      required = true,
      order = 1,
      paramLabel = "FACTS.json",
      description = "where the facts go; - writes them to standard output")
  private String out;

  @Mixin private final Sources sources = new Sources();

  Gather(Surroundings around) {
    super(around);
  }

  @Override
  String operands() {
    return "give an error as --error TEXT";
  }

  @Override
  int run() throws RefusedException {
    sources.check(common);
    checkFormat();
    return ExitStatus.ofGathering(Recording.around(common, this::gatherToOut, facts -> facts));
  }

  private void checkFormat() {
    String format = common.format();
    if (format != null && !format.equals("json")) {
      throw common.refused("facts are written as JSON only, not as " + format);
    }
  }

  private FactSet gatherToOut() throws RefusedException {
    if (out.equals("-")) {
      FactSet facts = gather();
      around.out().attempt(stream -> FactSetJson.write(facts, stream));
      return facts;
    }
    try (OutputFile file = OutputFile.create(Inputs.path(out))) {
      FactSet facts = gather();
      file.write(facts);
      return facts;
    }
  }

  private FactSet gather() throws RefusedException {
    return Gathering.of(sources, common, around).look(BackupDiagnosis::gather);
  }
}
