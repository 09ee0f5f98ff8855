package io.github.backupdiag.cli;

import io.github.backupdiag.fact.FactSet;
import java.util.function.Function;

/** Writes the facts of {@code --record}. */
final class Recording {

  private Recording() {}

  /**
   * Does the work and, if asked for, records its facts; a file that cannot be written is refused
   * before.
   */
  static <T> T around(CommonOptions common, Work<T> work, Function<T, FactSet> facts)
      throws RefusedException {
    String record = common.record();
    if (record == null) {
      return work.run();
    }
    if (record.equals("-")) {
      throw common.refused("option --record needs a file; standard output holds the report");
    }
    try (OutputFile file = OutputFile.create(Inputs.path(record))) {
      T result = work.run();
      file.write(facts.apply(result));
      return result;
    }
  }

  /** What may be refused while it is done. */
  interface Work<T> {
    T run() throws RefusedException;
  }
}
