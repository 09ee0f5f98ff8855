package io.github.backupdiag.cli;

import io.github.backupdiag.ExtensionConflictException;
import io.github.backupdiag.catalog.CatalogException;
import io.github.backupdiag.internal.redact.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong and what to do; the status is always the same. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** Heading of the statuses in every help. */
  static final String EXIT_STATUS = "%nExit status, the first that applies:%n";

  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Collector<CharSequence, ?, String> ALL = Collectors.joining(", ");

  private final Surroundings around;

  Complaints(Surroundings around) {
    this.around = around;
  }

  @Override
  public int handleParseException(ParameterException e, String[] words) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    boolean program = command.userObject() instanceof Program;
    String complaint = program ? ofProgram(e) : command.name() + ": " + ofCommand(e);
    String help = program ? "" : command.name() + " ";
    around.say(complaint + " (see backup-diag " + help + "--help)");
    return ExitStatus.REFUSED;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult words) {
    return failed(e);
  }

  /** Tells of whatever went wrong while a command ran. */
  int failed(Throwable thrown) {
    if (thrown instanceof RefusedException) {
      around.say(String.valueOf(thrown.getMessage()));
      return ExitStatus.REFUSED;
    }
    if (thrown instanceof CatalogException || thrown instanceof ExtensionConflictException) {
      String.valueOf(thrown.getMessage()).lines().forEach(around::say);
    } else if (thrown instanceof OutOfMemoryError) {
      around.say("not enough memory for this input; give Java more, for example -Xmx1g");
    } else {
      around.say("internal error, please report it: " + thrown);
    }
    if (around.debug()) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      around.err().print(new Redaction().text(trace.toString()));
    }
    return ExitStatus.REFUSED;
  }

  private static String ofProgram(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      return word.startsWith("-")
          ? "option '" + word + "' must follow a command"
          : "unknown command '" + word + "'" + Suggestion.of(unmatched);
    }
    return String.valueOf(e.getMessage());
  }

  private static String ofCommand(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return ofUnmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing) {
      return ofMissing(missing);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return "option " + name(twice.getOverwritten()) + " is given twice";
    }
    String message = String.valueOf(e.getMessage());
    if (e instanceof MaxValuesExceededException) {
      return OPTION.matcher(message).results().map(MatchResult::group).distinct().collect(ALL)
          + ": give only one of them, and once";
    }
    if (e instanceof MutuallyExclusiveArgsException) {
      return message.replace("Error: ", "").replace(" (specify only one)", "; give only one");
    }
    if (e.getArgSpec() instanceof OptionSpec option && option.arity().max() == 0) {
      return "option " + name(option) + " takes no value";
    }
    return e.getCause() instanceof TypeConversionException unreadable
        ? String.valueOf(unreadable.getMessage())
        : message;
  }

  private static String ofUnmatched(UnmatchedArgumentException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String word = e.getUnmatched().get(0);
    if (!word.startsWith("-")) {
      return "unexpected '" + word + "'; " + ((Subcommand) command.userObject()).operands();
    }
    String option = word.split("=", 2)[0];
    String suggestion = Suggestion.of(e);
    return "unknown option '"
        + option
        + "'"
        + (suggestion.isEmpty()
            ? Suggestion.of(bare(option), options(command, bare(option)))
            : suggestion);
  }

  /** Gives the options that begin as a mistyped one does: the first letter is seldom the error. */
  private static List<String> options(CommandSpec command, String mistyped) {
    return command.optionsMap().keySet().stream()
        .filter(name -> !mistyped.isEmpty() && bare(name).startsWith(mistyped.substring(0, 1)))
        .toList();
  }

  private static String bare(String option) {
    return option.replaceFirst("^-+", "");
  }

  private static String ofMissing(MissingParameterException e) {
    ArgSpec missing = e.getMissing().get(0);
    if (missing instanceof OptionSpec option) {
      return "option "
          + name(option)
          + (option.required() ? " is missing or has no value: " : " needs a value: ")
          + name(option)
          + "="
          + option.paramLabel();
    }
    return ((Subcommand) missing.command().userObject()).operands();
  }

  private static String name(ArgSpec option) {
    return ((OptionSpec) option).longestName();
  }
}
