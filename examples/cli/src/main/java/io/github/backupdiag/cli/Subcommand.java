package io.github.backupdiag.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ParserSpec;

/** What the commands of the program have in common. */
@Command(
    sortOptions = false,
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n")
abstract class Subcommand implements Callable<Integer> {

  /** Room for the longest option, so that the help is one table. */
  static final int OPTION_COLUMNS = 36;

  @Mixin final CommonOptions common = new CommonOptions();

  final Surroundings around;

  Subcommand(Surroundings around) {
    this.around = around;
  }

  /** Says what to give besides options; for the complaint when it is missing or too much. */
  abstract String operands();

  /** Changes how picocli reads the words of this command. */
  void adapt(ParserSpec parser) {}

  abstract int run() throws RefusedException;

  @Override
  public final Integer call() throws RefusedException {
    int status = run();
    around.out().flush();
    return status;
  }
}
