package io.github.backupdiag.cli;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Suggests what a mistyped word was meant to be; picocli finds it. */
final class Suggestion {

  private Suggestion() {}

  /** Gives {@code ; did you mean '…'?}, or nothing if nothing was found. */
  static String of(UnmatchedArgumentException complaint) {
    return firstOf(complaint.getSuggestions());
  }

  /**
   * Gives the same for a word of another kind. Picocli compares whole words only with the names of
   * commands, so the known words take their place.
   */
  static String of(String word, Collection<String> known) {
    CommandLine commands = new CommandLine(CommandSpec.create());
    known.forEach(name -> commands.addSubcommand(name, CommandSpec.create()));
    return of(new UnmatchedArgumentException(commands, List.of(word)));
  }

  private static String firstOf(List<String> suggestions) {
    return suggestions.isEmpty() ? "" : "; did you mean '" + suggestions.get(0) + "'?";
  }
}
