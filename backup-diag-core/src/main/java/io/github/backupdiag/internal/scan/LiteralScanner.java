package io.github.backupdiag.internal.scan;

import java.util.List;

/** Finds where literals occur. Immutable and thread-safe. */
public interface LiteralScanner {

  /** Is told of each occurrence, in the order of their ends. */
  @FunctionalInterface
  interface Hits {

    /**
     * Takes one occurrence.
     *
     * @param literal number of the literal in the list the scanner was made of
     * @param end offset behind its last byte
     */
    void hit(int literal, int end);
  }

  /**
   * Looks through bytes once; occurrences may overlap.
   *
   * @param bytes what to look through
   * @param from first offset
   * @param to offset behind the last byte
   * @param hits is told what was found
   */
  void scan(byte[] bytes, int from, int to, Hits hits);

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
