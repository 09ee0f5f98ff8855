package io.github.backupdiag.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Something that looks like what a check looks for and is none.
 *
 * @param check id of the check
 * @param text what the trap is
 * @param test the test that steps on it: {@code Class.method}
 */
record CheckTrap(String check, String text, String test) {

  /** Reads {@code check-traps.tsv}: check, trap, test in each line. */
  static List<CheckTrap> all() {
    try (InputStream in = CheckTrap.class.getResourceAsStream("/check-traps.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .map(columns -> new CheckTrap(columns[0], columns[1], columns[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
