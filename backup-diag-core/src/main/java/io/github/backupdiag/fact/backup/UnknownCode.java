package io.github.backupdiag.fact.backup;

import java.util.List;

/**
 * Something of the shape of a code that the catalog does not know.
 *
 * @param code as it was written
 * @param nearest known codes that are spelled alike, nearest first; may be empty
 */
public record UnknownCode(String code, List<String> nearest) {

  /**
   * Copies the list.
   *
   * @param code as it was written
   * @param nearest known codes that are spelled alike
   */
  public UnknownCode {
    nearest = List.copyOf(nearest);
  }
}
