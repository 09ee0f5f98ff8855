package io.github.backupdiag.catalog;

import java.util.List;

/** A catalog was refused. Each problem names file and line, what is wrong, and a suggestion. */
public final class CatalogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One line each.
   *
   * @serial one line each
   */
  private final String[] problems;

  /**
   * Makes the exception.
   *
   * @param problems at least one, each one line
   */
  public CatalogException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = problems.toArray(new String[0]);
  }

  /**
   * Gives the problems.
   *
   * @return one line each: {@code file:line: what; suggestion}
   */
  public List<String> problems() {
    return List.of(problems);
  }
}
