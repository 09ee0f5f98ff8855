package io.github.backupdiag.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: its help and its version. */
@Command(
    name = "backup-diag",
    customSynopsis = "backup-diag COMMAND …",
    description =
        "Finds out why the backup of an Azure virtual machine fails, and says what to do.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {"", "'backup-diag COMMAND --help' tells more."},
    exitCodeListHeading = Complaints.EXIT_STATUS,
    exitCodeList = {
      "2:wrong usage or unreadable input",
      "1:at least one confirmed cause",
      "3:partial: something planned could not be seen, or nothing could be decided",
      "0:otherwise"
    })
final class Program implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(
        command.commandLine(), "no command; try 'backup-diag diagnose' or 'backup-diag --help'");
  }

  /** Names the build, if this is one, and the Java it runs on. */
  static String version() {
    String build = Program.class.getPackage().getImplementationVersion();
    return "backup-diag "
        + (build == null ? "of this build" : build)
        + " (Java "
        + System.getProperty("java.version")
        + ")";
  }
}
