package io.github.backupdiag.cli;

import io.github.backupdiag.BackupDiagnosis;
import io.github.backupdiag.fact.FactSet;
import io.github.backupdiag.fact.FactSetJson;
import java.util.List;

/** Looks at a guest and writes down the facts, without judging them. */
final class Gather implements Command {

  static final Option OUT =
      Option.valued("--out", "FACTS.json", "where the facts go; - writes them to standard output");

  @Override
  public Syntax syntax() {
    return new Syntax(
        "gather",
        "Looks at a guest and writes the facts to a file, for 'judge' here or elsewhere.",
        "--out FACTS.json [OPTION…] [--error TEXT|-] [--root DIR | --facts FACTS.json | --no-guest]",
        CommonOptions.and(OUT, Sources.ERROR, Sources.ROOT, Sources.FACTS, Sources.NO_GUEST),
        List.of(
            "The file may hold names of this guest; only its owner can read it.",
            "Exit status: 2 for wrong usage or unreadable input, 3 if something planned could not"
                + " be seen, else 0."));
  }

  @Override
  public int run(Arguments arguments, Surroundings around) throws RefusedException {
    Sources.check(arguments);
    checkFormat(arguments);
    String out = arguments.value(OUT);
    if (out == null) {
      throw arguments.refused("option --out is missing; name the file for the facts");
    }
    FactSet facts =
        Recording.around(arguments, () -> gatherTo(out, arguments, around), gathered -> gathered);
    return ExitStatus.ofGathering(facts);
  }

  private static void checkFormat(Arguments arguments) throws RefusedException {
    String format = arguments.value(CommonOptions.FORMAT);
    if (format != null && !format.equals("json")) {
      throw arguments.refused("facts are written as JSON only, not as " + format);
    }
  }

  private static FactSet gatherTo(String out, Arguments arguments, Surroundings around)
      throws RefusedException {
    if (out.equals("-")) {
      FactSet facts = gather(arguments, around);
      around.out().attempt(stream -> FactSetJson.write(facts, stream));
      return facts;
    }
    try (OutputFile file = OutputFile.create(Inputs.path(out))) {
      FactSet facts = gather(arguments, around);
      file.write(facts);
      return facts;
    }
  }

  private static FactSet gather(Arguments arguments, Surroundings around) throws RefusedException {
    return Gathering.of(arguments, around).look(BackupDiagnosis::gather);
  }
}
