package io.github.backupdiag.cli;

import io.github.backupdiag.internal.redact.Redaction;
import io.github.backupdiag.request.CancellationToken;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What one run gets from outside.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param environment the environment variables
 * @param terminal which of the streams are terminals
 * @param cancellation cancelled by Ctrl-C
 */
record Surroundings(
    InputStream in,
    Output out,
    PrintStream err,
    Map<String, String> environment,
    Terminal terminal,
    CancellationToken cancellation) {

  private static final int MOST_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 40;

  /** Says something to a person, on a line of its own. */
  void say(String line) {
    String shown = Redaction.ofLine(line).replaceAll("\\R\\s*", " ");
    err.println("backup-diag: " + shown.replaceAll("\\p{Cntrl}", "?"));
  }

  boolean colour() {
    return terminal.out() && isSet("TERM") && !dumb() && !isSet("NO_COLOR");
  }

  boolean progress() {
    return terminal.err() && !dumb();
  }

  /** Width of the output: as wide as a page, unless the terminal is narrower. */
  int columns() {
    int fallback = terminal.out() ? 80 : MOST_COLUMNS;
    try {
      int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
      return Math.max(FEWEST_COLUMNS, Math.min(columns, MOST_COLUMNS));
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  boolean debug() {
    return isSet("BACKUP_DIAG_DEBUG");
  }

  private boolean dumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
