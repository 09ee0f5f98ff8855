package io.github.backupdiag.fact.guest;

import java.util.List;

/**
 * The VSS writers of a guest at one moment; that moment is the time of the observation.
 *
 * @param source where they were listed, such as {@code input} or the command
 * @param writers in the order of the source; empty if no writer answered
 * @param whole true if the list is known to be the whole list; false for a piece of text
 */
public record VssWriters(String source, List<VssWriter> writers, boolean whole) {

  /**
   * Copies the list.
   *
   * @param source where they were listed
   * @param writers the writers
   * @param whole true if the list is complete
   */
  public VssWriters {
    writers = List.copyOf(writers);
  }
}
