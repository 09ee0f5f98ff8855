package io.github.backupdiag.cli;

import java.util.List;

/** Shows what the program and its commands accept. */
final class Help {

  private static final String EXIT_STATUS =
      """
      Exit status, the first that applies:
        2  wrong usage or unreadable input
        1  at least one confirmed cause
        3  partial: something planned could not be seen, or 'diagnose' could decide nothing
        0  otherwise
      """;

  private Help() {}

  static String ofProgram(int columns) {
    StringBuilder help = new StringBuilder("Usage: backup-diag COMMAND …\n");
    paragraph(
        help,
        "Finds out why the backup of an Azure virtual machine fails, and says what to do.",
        columns);
    help.append('\n');
    Table table = new Table(columns);
    for (String name : Cli.COMMANDS) {
      Command command = Cli.command(name);
      if (command != null) {
        table.row(List.of("  " + name, command.syntax().summary()));
      }
    }
    help.append(table).append('\n').append(EXIT_STATUS).append('\n');
    paragraph(
        help, "'backup-diag COMMAND --help' tells more; --version names this version.", columns);
    return help.toString();
  }

  static String of(Syntax syntax, int columns) {
    StringBuilder help = new StringBuilder();
    paragraph(help, "Usage: backup-diag " + syntax.name() + " " + syntax.synopsis(), columns);
    paragraph(help, syntax.summary(), columns);
    help.append('\n');
    for (Option option : syntax.options()) {
      help.append("  ").append(option.usage()).append('\n');
      Wrapping.wrap(option.help(), columns - 6)
          .forEach(l -> help.append("      ").append(l).append('\n'));
    }
    for (String note : syntax.notes()) {
      help.append('\n');
      paragraph(help, note, columns);
    }
    return help.toString();
  }

  private static void paragraph(StringBuilder help, String text, int columns) {
    for (String line : Wrapping.wrap(text, columns)) {
      help.append(line).append('\n');
    }
  }
}
