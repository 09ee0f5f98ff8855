package io.github.backupdiag.cli;

import io.github.backupdiag.ExtensionConflictException;
import io.github.backupdiag.catalog.CatalogException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the command, runs it, and turns whatever goes wrong into one line and a status. */
final class Cli {

  static final List<String> COMMANDS = List.of("explain", "diagnose", "gather", "judge", "list");

  private Cli() {}

  /** Runs the program. Nothing is thrown, and the process does not end. */
  static int run(List<String> words, Surroundings around) {
    try {
      int status = dispatch(words, around);
      around.out().flush();
      return status;
    } catch (RefusedException e) {
      around.say(String.valueOf(e.getMessage()));
    } catch (CatalogException | ExtensionConflictException e) {
      String.valueOf(e.getMessage()).lines().forEach(around::say);
      trace(e, around);
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      around.say("internal error, please report it: " + e);
      trace(e, around);
    }
    return ExitStatus.REFUSED;
  }

  private static void trace(Throwable thrown, Surroundings around) {
    if (around.debug()) {
      thrown.printStackTrace(around.err());
    }
  }

  private static int dispatch(List<String> words, Surroundings around) throws RefusedException {
    String first = words.isEmpty() ? "" : words.get(0);
    Command command = command(first);
    if (command != null) {
      return run(command, words.subList(1, words.size()), around);
    }
    switch (first) {
      case "--help", "-h", "help" -> around.out().write(help(words, around.columns()));
      case "--version", "-V" -> around.out().write(version());
      default -> throw new RefusedException(complaint(first));
    }
    return ExitStatus.OK;
  }

  private static int run(Command command, List<String> words, Surroundings around)
      throws RefusedException {
    Arguments arguments = Arguments.parse(command.syntax(), words);
    if (arguments.wantsHelp()) {
      around.out().write(Help.of(command.syntax(), around.columns()));
      return ExitStatus.OK;
    }
    return command.run(arguments, around);
  }

  /** Gives a command; no other one is loaded. */
  static @Nullable Command command(String name) {
    return switch (name) {
      case "explain" -> new Explain();
      case "diagnose" -> new Diagnose();
      case "gather" -> new Gather();
      case "judge" -> new Judge();
      case "list" -> new Listing();
      default -> null;
    };
  }

  private static String help(List<String> words, int columns) throws RefusedException {
    if (words.size() < 2) {
      return Help.ofProgram(columns);
    }
    Command command = command(words.get(1));
    if (command == null) {
      throw new RefusedException(complaint(words.get(1)));
    }
    return Help.of(command.syntax(), columns);
  }

  private static String complaint(String word) {
    if (word.isEmpty()) {
      return "no command; try 'backup-diag diagnose' or 'backup-diag --help'";
    }
    if (word.startsWith("-")) {
      return "option '" + word + "' must follow a command (see backup-diag --help)";
    }
    return "unknown command '"
        + word
        + "'"
        + Spelling.suggestion(word, COMMANDS)
        + " (see backup-diag --help)";
  }

  private static String version() {
    String version = Cli.class.getPackage().getImplementationVersion();
    return "backup-diag "
        + (version == null ? "of this build" : version)
        + " (Java "
        + System.getProperty("java.version")
        + ")\n";
  }
}
