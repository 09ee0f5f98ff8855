package io.github.backupdiag.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Finds the command and lets picocli run it. Only the chosen command is known to picocli, for the
 * sake of a quick start; all of them are when the program itself is asked.
 */
final class Cli {

  static final List<String> COMMANDS =
      List.of("explain", "diagnose", "gather", "judge", "collect-script", "scan", "list");

  private static final int FEWEST_HELP_COLUMNS = 55; // picocli's

  private Cli() {}

  /** Runs the program. Nothing is thrown, and the process does not end. */
  static int run(List<String> words, Surroundings around) {
    Complaints complaints = new Complaints(around);
    try {
      return dispatch(words, complaints, around);
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return complaints.failed(e);
    }
  }

  private static int dispatch(List<String> words, Complaints complaints, Surroundings around)
      throws RefusedException {
    if (words.isEmpty()) {
      return execute(program(around), words, complaints, around);
    }
    String first = words.get(0);
    Subcommand command = command(first, around);
    if (command != null) {
      return execute(commandLine(command), words.subList(1, words.size()), complaints, around);
    }
    if (first.equals("help")) {
      return dispatch(
          words.size() == 1 ? List.of("--help") : helpOf(words.get(1)), complaints, around);
    }
    return execute(program(around), List.of(first), complaints, around);
  }

  private static List<String> helpOf(String command) {
    return COMMANDS.contains(command) ? List.of(command, "--help") : List.of(command);
  }

  private static int execute(
      CommandLine commandLine, List<String> words, Complaints complaints, Surroundings around)
      throws RefusedException {
    StringWriter help = new StringWriter();
    int status =
        commandLine
            .setOut(new PrintWriter(help))
            .setColorScheme(Help.defaultColorScheme(around.colour() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(Math.max(FEWEST_HELP_COLUMNS, around.columns()))
            .setUsageHelpLongOptionsMaxWidth(Subcommand.OPTION_COLUMNS)
            .setParameterExceptionHandler(complaints)
            .setExecutionExceptionHandler(complaints)
            .execute(words.toArray(String[]::new));
    if (help.getBuffer().length() > 0) {
      around.out().write(help.getBuffer());
      around.out().flush();
    }
    return status;
  }

  /** Makes what reads the words of one command; words are taken as they are. */
  static CommandLine commandLine(Subcommand command) {
    CommandLine commandLine = new CommandLine(command);
    commandLine
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setPosixClusteredShortOptionsAllowed(false);
    command.adapt(commandLine.getCommandSpec().parser());
    return commandLine;
  }

  private static CommandLine program(Surroundings around) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new Program()).version(Program.version());
    CommandLine program = new CommandLine(spec).setExpandAtFiles(false);
    for (String name : COMMANDS) {
      Subcommand command = command(name, around);
      if (command != null) {
        program.addSubcommand(commandLine(command));
      }
    }
    return program;
  }

  /** Gives a command; no other one is loaded. */
  static @Nullable Subcommand command(String name, Surroundings around) {
    return switch (name) {
      case "explain" -> new Explain(around);
      case "diagnose" -> new Diagnose(around);
      case "gather" -> new Gather(around);
      case "judge" -> new Judge(around);
      case "collect-script" -> new CollectScripts(around);
      case "scan" -> new Scan(around);
      case "list" -> new Listing(around);
      default -> null;
    };
  }
}
