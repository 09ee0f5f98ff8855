package io.github.backupdiag.internal.scan;

import java.util.List;

/** Finds where literals occur. Immutable and thread-safe. */
public interface LiteralScanner {

  /**
   * Looks through bytes once; occurrences may overlap.
   *
   * @param bytes what to look through
   * @param from first offset
   * @param to offset behind the last byte
   * @param found takes what was found instead of what it held
   */
  void scan(byte[] bytes, int from, int to, Occurrences found);

  /**
   * Makes a scanner.
   *
   * @param literals what to find, in UTF-8, none of them empty; equal ones are all reported
   * @return the scanner
   */
  static LiteralScanner of(List<byte[]> literals) {
    return new WindowAutomaton(literals);
  }
}
